import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prune } from "../../../src/estatus/commands/prune.ts";
import { report } from "../../../src/estatus/commands/report.ts";
import { openStore } from "../../../src/estatus/store/store.ts";
import { seededFolder } from "../report/seeded-store.ts";

const main = path.resolve("src/estatus/main.ts");
const DAY = 86_400_000;
const HOUR = DAY / 24;
const ZONE = "Europe/Madrid";
const now = Date.now();
// Days far enough back, fifty of them before the midnight there that lies fifty back, and a time of the day far from any.
const fiftyAgo = Temporal.Instant.fromEpochMilliseconds(now - 50 * DAY).toZonedDateTimeISO(ZONE);
const start = fiftyAgo.startOfDay().epochMilliseconds - 50 * DAY + 11 * HOUR;
let folder = "";
let zone: string | undefined;

beforeAll(() => {
  zone = process.env["TZ"];
  process.env["TZ"] = ZONE;
  folder = seededFolder([
    {
      name: "Agenda",
      coverage: [[start, start + 30 * DAY]],
      gaps: [[start + 30 * DAY, start + 31 * DAY, "asleep"]],
      pauses: [[start + 5 * DAY, start + 5 * DAY + HOUR, null]],
      coveredFrom: start + 31 * DAY,
      checkedAt: now - 1000,
      outages: [
        ...Array.from({ length: 90 }, (_, i) => ({
          earliest: start + i * DAY + HOUR,
          latest: start + i * DAY + HOUR + 60_000,
          ended: start + i * DAY + HOUR + 90_000,
          errors: ["no such file"],
        })),
        { earliest: start + 95 * DAY, latest: start + 95 * DAY, ended: null },
      ],
    },
  ]);
});
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  fs.rmSync(folder, { recursive: true });
});

type Json = {
  readonly seconds: object;
  readonly failures: number;
  readonly outages: readonly unknown[];
  readonly gaps: readonly { readonly cause: string }[];
};

async function reported(since: string): Promise<Json> {
  const out = path.join(folder, "out.json");
  await report({ format: "json", since, until: new Date(now).toISOString(), out }, folder);
  return JSON.parse(fs.readFileSync(out, "utf8")) as Json;
}

const rows = (table: string) => {
  const db = openStore(folder);
  const count = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  db.close();
  return count;
};

describe("pruning", () => {
  test.for(["soon", "3d", "-1d", "2999-01-01"])(
    "--older-than %s is refused, and nothing changes",
    async (olderThan) => {
      await expect(prune({ olderThan, yes: true }, folder)).rejects.toMatchObject({ code: "usage" });
      expect(rows("outage")).toBe(91);
    },
  );

  // A terminal of its own, and somebody at it.
  test("it asks, and a no changes nothing", async () => {
    const asked = await execa(
      "script",
      ["-qec", `"${process.execPath}" "${main}" prune --older-than 50d`, "/dev/null"],
      {
        env: { ESTATUS_HOME: folder, ESTATUS_LANG: "en", TZ: ZONE },
        input: "n\n",
        reject: false,
      },
    );
    expect(asked.stdout).toMatch(/Delete the details of 50 outages before .*\[y\/N\]/);
    expect(asked.stdout).toContain("Nothing was changed.");
    expect(asked.exitCode).toBe(1);
    expect(rows("outage")).toBe(91);
  });

  test("without anybody to ask it does nothing", async () => {
    await expect(prune({ olderThan: "50d" }, folder)).rejects.toMatchObject({ code: "usage" });
    expect(rows("outage")).toBe(91);
  });

  test("takes details and keeps totals: a report of the whole time says the same times and failures", async () => {
    const whole = new Date(start - 2 * DAY).toISOString();
    const recent = new Date(now - 30 * DAY).toISOString();
    const [before, lately] = [await reported(whole), await reported(recent)];
    expect(await prune({ olderThan: "50d", yes: true }, folder)).toBe(0);
    const [after, latelyAfter] = [await reported(whole), await reported(recent)];
    expect(after.seconds).toEqual(before.seconds);
    expect(after.failures).toBe(before.failures);
    expect(after.outages.length).toBeLessThan(before.outages.length);
    expect(after.gaps.filter((gap) => gap.cause === "unexplained")).toEqual([]);
    expect(latelyAfter).toEqual(lately);
    expect(rows("attempt")).toBe(rows("outage") - 1);
  });

  test("never touches the open outage, and a second time finds nothing to do", async () => {
    const db = openStore(folder);
    expect(db.prepare("SELECT count(*) FROM outage WHERE ended_at IS NULL").pluck().get()).toBe(1);
    db.close();
    const before = rows("daily_total");
    expect(await prune({ olderThan: "50d", yes: true }, folder)).toBe(0);
    expect(rows("daily_total")).toBe(before);
  });
});
