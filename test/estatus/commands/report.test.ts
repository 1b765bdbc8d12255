import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { report, type ReportOptions } from "../../../src/estatus/commands/report.ts";
import { addAttempt } from "../../../src/estatus/store/attempts.ts";
import { openStore } from "../../../src/estatus/store/store.ts";
import { seededFolder } from "../report/seeded-store.ts";
import { speak } from "../../../src/locales/language.ts";

const T = Date.UTC(2026, 10, 20);
const MINUTE = 60_000;
const window = { since: "2026-11-20T00:00:00Z", until: "2026-11-20T01:00:00Z" };
const evil = '=cmd|"\u001b[2J\u202e';
const folders: string[] = [];
let folder = "";

beforeAll(() => {
  folder = seededFolder([
    {
      name: "Agenda",
      coverage: [[T, T + 20 * MINUTE]],
      gaps: [[T + 20 * MINUTE, T + 30 * MINUTE, "asleep"]],
      coveredFrom: T + 30 * MINUTE,
      checkedAt: T + 55 * MINUTE,
      pauses: [[T + 40 * MINUTE, T + 50 * MINUTE, T + 45 * MINUTE]],
      outages: [
        {
          earliest: T + 9 * MINUTE,
          latest: T + 10 * MINUTE,
          ended: T + 11 * MINUTE,
          restored: '{"contacts":3}',
        },
        { earliest: T + 50 * MINUTE, latest: T + 51 * MINUTE, ended: null, errors: ["no such file", evil] },
      ],
    },
    { name: "=Evil\u001b[31m", coveredFrom: T, checkedAt: T + 60 * MINUTE },
  ]);
  folders.push(folder);
});
afterAll(() => folders.forEach((one) => fs.rmSync(one, { recursive: true })));

async function reported(options: Partial<ReportOptions>): Promise<string> {
  const out = path.join(folder, "report.out");
  expect(await report({ format: "json", ...window, ...options, out }, folder)).toBe(0);
  return fs.readFileSync(out, "utf8");
}

describe("json", () => {
  test("has the documented shape, and its seconds add up", async () => {
    const json = JSON.parse(await reported({ program: "agenda" })) as Record<string, unknown>;
    expect(json).toEqual({
      program: "Agenda",
      since: "2026-11-20T00:00:00.000Z",
      until: "2026-11-20T01:00:00.000Z",
      availability: {
        known: (40 * 60 - 90 - 270) / (40 * 60),
        coverage: 40 / 60,
        lower: (40 * 60 - 120 - 300) / 3600,
        upper: (3600 - 60 - 240) / 3600,
      },
      seconds: { up: 2040, down_min: 300, down_mid: 360, down_max: 420, unknown: 900, paused: 300 },
      failures: 2,
      mtbf_seconds: 1020,
      mtbf_is_lower_bound: false,
      restore_seconds: { p50: 90, p95: 90, max: 90 },
      outages: [
        {
          id: 1,
          kind: "missing",
          cause: "killed",
          earliest_start: "2026-11-20T00:09:00.000Z",
          latest_start: "2026-11-20T00:10:00.000Z",
          ended_at: "2026-11-20T00:11:00.000Z",
          ended_by: "estatus",
          duration_seconds: { min: 60, mid: 90, max: 120 },
          attempts: [],
          restored: { contacts: 3 },
        },
        {
          id: 2,
          kind: "missing",
          cause: "killed",
          earliest_start: "2026-11-20T00:50:00.000Z",
          latest_start: "2026-11-20T00:51:00.000Z",
          ended_at: null,
          ended_by: null,
          duration_seconds: { min: 240, mid: 270, max: 300 },
          attempts: [
            { at: "2026-11-20T00:51:00.000Z", result: "failed", pid: null, error: "no such file" },
            { at: "2026-11-20T00:51:00.000Z", result: "failed", pid: null, error: evil },
          ],
          restored: null,
        },
      ],
      gaps: [
        { from: "2026-11-20T00:20:00.000Z", to: "2026-11-20T00:30:00.000Z", cause: "asleep" },
        { from: "2026-11-20T00:40:00.000Z", to: "2026-11-20T00:45:00.000Z", cause: "paused" },
        { from: "2026-11-20T00:55:00.000Z", to: "2026-11-20T01:00:00.000Z", cause: "unexplained" },
      ],
    });
  });

  test("has no result yet for an attempt that is still in hand", async () => {
    const earliest = T + 9 * MINUTE;
    const own = seededFolder([
      {
        name: "Agenda",
        coveredFrom: T,
        checkedAt: T + 10 * MINUTE,
        outages: [{ earliest, latest: earliest, ended: null }],
      },
    ]);
    folders.push(own);
    const db = openStore(own);
    addAttempt(db, 1, { at: T + 10 * MINUTE, pid: 5, token: null, result: null, error: null });
    db.close();
    const out = path.join(own, "report.json");
    expect(await report({ format: "json", ...window, out }, own)).toBe(0);
    expect(JSON.parse(fs.readFileSync(out, "utf8"))).toMatchObject({
      outages: [{ ended_at: null, attempts: [{ result: null, pid: 5 }] }],
    });
  });

  test("is an array where the store holds several programs and none was asked for", async () => {
    const json = JSON.parse(await reported({})) as { program: string }[];
    expect(json.map((one) => one.program)).toEqual(["=Evil\u001b[31m", "Agenda"]);
  });
});

describe("csv", () => {
  test("has a line for each outage and each gap", async () => {
    const rows = parse(await reported({ format: "csv" }), { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row["entry"], row["cause"], row["mid_seconds"]])).toEqual([
      ["outage", "killed", "90"],
      ["outage", "killed", "270"],
      ["gap", "asleep", "600"],
      ["gap", "paused", "300"],
      ["gap", "unexplained", "300"],
    ]);
    expect(JSON.parse(rows[0]!["restored"]!)).toEqual({ contacts: 3 });
  });

  test("never holds a cell that a spreadsheet would run", async () => {
    const rows = parse(await reported({ format: "csv" }), { columns: true }) as Record<string, string>[];
    expect(rows[1]!["last_error"]).toBe("'=cmd|\"\\u001b[2J\\u202e");
  });
});

describe("table", () => {
  test("says of a time that was all paused that it was, and of one that nobody watched that nothing is known", async () => {
    const folder = seededFolder([
      {
        name: "Paused",
        coveredFrom: T,
        checkedAt: T + 60 * MINUTE,
        pauses: [[T, T + 60 * MINUTE, null]],
      },
    ]);
    folders.push(folder);
    const out = path.join(folder, "out");
    const said = async (times: Partial<ReportOptions>) => {
      await report({ format: "table", ...times, out }, folder);
      return fs.readFileSync(out, "utf8").split("\n\n")[0]!.replaceAll("\n", " ");
    };
    expect(await said(window)).toMatch(/: paused all the time\.$/);
    expect(await said({ since: "2026-11-19T00:00:00Z", until: window.since })).toMatch(
      / nothing is known\.$/,
    );
  });

  test("says of an outage that lasted over a night in which nobody checked how long that was", async () => {
    const folder = seededFolder([
      {
        name: "Night",
        coverage: [[T, T + 20 * MINUTE]],
        gaps: [[T + 20 * MINUTE, T + 50 * MINUTE, "machine-off"]],
        coveredFrom: T + 50 * MINUTE,
        checkedAt: T + 60 * MINUTE,
        outages: [{ earliest: T + 10 * MINUTE, latest: T + 10 * MINUTE, ended: T + 55 * MINUTE }],
      },
    ]);
    folders.push(folder);
    const out = path.join(folder, "out");
    await report({ format: "table", ...window, out }, folder);
    expect(fs.readFileSync(out, "utf8")).toMatch(/ 45 min .*\n {6}30 min of it without checks\n/);
  });

  test.for(["en", "es"] as const)(
    "keeps to 80 columns in %s, also where it says more of a duration",
    async (lang) => {
      speak(lang);
      const unseen = { kind: "restarted", cause: "unknown", earliest: T, latest: T + 24 * MINUTE - 2_000 };
      const folder = seededFolder([
        {
          name: "Wide",
          coveredFrom: T,
          checkedAt: T + 60 * MINUTE,
          outages: [{ ...unseen, ended: T + 45 * MINUTE + 300 }],
        },
      ]);
      folders.push(folder);
      const db = openStore(folder);
      db.exec("UPDATE outage SET ended_by = 'someone-else'");
      db.close();
      const out = path.join(folder, "out");
      await report({ format: "table", ...window, out }, folder);
      const lines = `${await reported({ format: "table" })}${fs.readFileSync(out, "utf8")}`.split("\n");
      expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
      const bounds = /(between 21 min 2 s and|entre 21 min 2 s y) 45 min/;
      expect(lines.some((line) => bounds.test(line))).toBe(true);
    },
  );

  test.for(["table", "json", "csv"] as const)(
    "%s prints no control character from outside",
    async (format) => {
      const text = await reported({ format });
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    },
  );
});

describe("bad input", () => {
  const failure = (options: Partial<ReportOptions>) =>
    report({ format: "json", ...options }, folder).then(
      () => null,
      (error: { code: string; message: string; hint: string }) => error,
    );

  test.for([
    { since: "tomorrow" },
    { since: "2099-01-01" },
    { since: "1h", until: "2h" },
    { since: "0s" },
    { until: "-3d" },
    { program: "Nobody" },
  ])("%o is bad usage, said in a sentence with a cure", async (options) => {
    const error = await failure(options);
    expect(error).toMatchObject({ code: "usage" });
    expect(error!.message).toMatch(/\.$/);
    expect(error!.hint).not.toBe("");
  });

  test("a folder without a store gets a sentence and no store", async () => {
    const empty = fs.mkdtempSync(path.join(folder, "empty-"));
    await expect(report({ format: "json" }, empty)).rejects.toMatchObject({ code: "nothing-recorded" });
    expect(fs.readdirSync(empty)).toEqual([]);
  });

  test("a place that cannot be written to is named, and nothing is left behind", async () => {
    const out = path.join(folder, "missing", "report.json");
    expect(await failure({ ...window, out })).toMatchObject({ code: "not-written" });
    expect(fs.existsSync(path.dirname(out))).toBe(false);
  });
});

describe("a failure that the checker put into words itself", () => {
  const kept = "the check was interrupted before the launch";
  let interrupted = "";
  beforeAll(() => {
    const outage = { earliest: T, latest: T, ended: T + MINUTE, errors: [kept] };
    interrupted = seededFolder([
      { name: "Agenda", coveredFrom: T, checkedAt: T + 60 * MINUTE, outages: [outage] },
    ]);
    folders.push(interrupted);
  });
  afterEach(() => speak("en"));

  test.for([
    ["table", "último error: la revisión se interrumpió antes de abrirlo"],
    ["json", kept],
    ["csv", kept],
  ] as const)("reads in Spanish, as %s: %s", async ([format, said]) => {
    speak("es");
    const out = path.join(interrupted, "report.out");
    expect(await report({ format, ...window, out }, interrupted)).toBe(0);
    expect(fs.readFileSync(out, "utf8")).toContain(said);
  });
});
