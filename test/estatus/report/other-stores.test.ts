import fs from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { report, type ReportOptions } from "../../../src/estatus/commands/report.ts";
import { writeMemory } from "../../../src/estatus/store/sights.ts";
import { stampOf, writeSteady } from "../../../src/estatus/store/steady-file.ts";
import { openStore } from "../../../src/estatus/store/store.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { memory, minute, noon } from "../core/knowing.ts";
import { seededFolder, type Seed } from "./seeded-store.ts";

const T = Date.UTC(2026, 10, 20);
const MINUTE = 60_000;
const window = { since: "2026-11-20T00:00:00Z", until: "2026-11-20T01:00:00Z" };
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

const agenda = (down: number): Seed => ({
  name: "Agenda",
  coveredFrom: T,
  checkedAt: T + 60 * MINUTE,
  outages: [{ earliest: T + 10 * MINUTE, latest: T + 10 * MINUTE, ended: T + 10 * MINUTE + down }],
});

/** The database of a machine of this name, moved away from its folder. */
function machine(name: string, seeds: readonly Seed[]): string {
  const folder = seededFolder(seeds);
  folders.push(folder);
  const file = path.join(folder, `${name}.db`);
  fs.renameSync(path.join(folder, "estatus.db"), file);
  return file;
}

type Json = {
  readonly program: string;
  readonly machine: string | null;
  readonly failures: number;
  readonly gaps: readonly { readonly from: string; readonly cause: string }[];
  readonly seconds: { readonly up: number; readonly down_mid: number };
  readonly availability: { readonly known: number };
  readonly outages: readonly unknown[];
};

async function reported(db: readonly string[], options: Partial<ReportOptions> = {}): Promise<string> {
  const out = path.join(path.dirname(db[0]!), "out");
  expect(await report({ format: "json", ...window, ...options, db, out }, "/nowhere")).toBe(0);
  const text = fs.readFileSync(out, "utf8");
  fs.rmSync(out);
  return text;
}

const jsonOf = async (db: readonly string[]) => JSON.parse(await reported(db)) as Json[];

describe("other machines' databases", () => {
  const ana = machine("ana", [agenda(6 * MINUTE)]);
  const luis = machine("luis", [
    agenda(12 * MINUTE),
    { name: "Other", coveredFrom: T, checkedAt: T + MINUTE },
  ]);

  test("are added up program by program, and told machine by machine", async () => {
    const json = await jsonOf([ana, luis]);
    expect(json.map((one) => [one.program, one.machine, one.seconds.down_mid, one.failures])).toEqual([
      ["Agenda", null, 1080, 2],
      ["Agenda", "ana", 360, 1],
      ["Agenda", "luis", 720, 1],
      ["Other", "luis", 0, 0],
    ]);
    expect(json[0]!.availability.known).toBeCloseTo(1 - 18 / 120);
    expect(json[0]!.outages).toEqual([]);
    expect(json[1]!.outages).toHaveLength(1);
  });

  test("show in a terminal as one table of 80 columns", async () => {
    const lines = (await reported([ana, luis], { format: "table" })).split("\n");
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    expect(lines.some((line) => line.includes("luis") && line.includes("80 %"))).toBe(true);
  });

  test("are left as they are, with nothing beside them", async () => {
    const before = fs.readFileSync(ana);
    await reported([ana]);
    expect(fs.readFileSync(ana).equals(before)).toBe(true);
    expect(fs.readdirSync(path.dirname(ana))).toEqual(["ana.db"]);
  });

  test("one that is given twice, even by a link, is refused: it would count twice", async () => {
    const link = path.join(path.dirname(ana), "link.db");
    fs.symlinkSync(ana, link);
    for (const again of [ana, link])
      await expect(reported([luis, ana, again])).rejects.toMatchObject({
        code: "usage",
        message: expect.stringContaining(again),
      });
    fs.rmSync(link);
  });

  test("two files of one name go by their whole path", async () => {
    const other = machine("ana", [agenda(MINUTE)]);
    const json = await jsonOf([ana, other]);
    expect(json.slice(1).map((one) => one.machine)).toEqual([ana, other]);
  });
});

describe("a database of a machine that checks once an hour", () => {
  const gapsAfter = async (minutes: number, until: string) => {
    const checkedAt = Date.now() - minutes * MINUTE;
    const seed = { name: "Agenda", coveredFrom: checkedAt - 60 * MINUTE, checkedAt, interval: 60 * MINUTE };
    const asked = { since: "2d", until };
    const [{ gaps }] = JSON.parse(await reported([machine("hourly", [seed])], asked)) as [Json];
    return gaps;
  };

  test("shows no gap before the next check is overdue, though no configuration says so here", async () => {
    expect(await gapsAfter(149, "now")).toEqual([]);
    expect(await gapsAfter(151, "now")).toMatchObject([{ cause: "unexplained" }]);
  });

  test("shows it from then on also up to a time at which the next check was not overdue yet", async () => {
    expect(await gapsAfter(149, "90m")).toEqual([]);
    expect(await gapsAfter(151, "90m")).toMatchObject([{ cause: "unexplained" }]);
  });
});

describe("a database somebody has open", () => {
  test("is read with what its journal still holds", async () => {
    const folder = seededFolder([agenda(6 * MINUTE)]);
    folders.push(folder);
    const writer = openStore(folder);
    writer.prepare("UPDATE outage SET ended_at = ended_at + ?").run(MINUTE);
    const json = await jsonOf([path.join(folder, "estatus.db")]);
    expect(json[0]!.seconds.down_mid).toBe(420);
    expect(json[0]!.machine).toBe(path.basename(folder));
    // A copy of the file and its journal, as a backup takes it: without the journal's index.
    const copy = fs.mkdtempSync(path.join(folder, "copy-"));
    for (const name of ["estatus.db", "estatus.db-wal"])
      fs.copyFileSync(path.join(folder, name), path.join(copy, name));
    expect((await jsonOf([path.join(copy, "estatus.db")]))[0]!.seconds.down_mid).toBe(420);
    expect(fs.readdirSync(copy).toSorted()).toEqual(["estatus.db", "estatus.db-wal"]);
    writer.close();
  });
});

describe("what steady checks left beside a database", () => {
  const until = new Date(noon + 10 * minute).toISOString();
  const minutes = 9 * minute;
  const later = {
    ...memory,
    lookedAt: noon + minutes,
    checkedAt: noon + minutes,
    elapsed: memory.elapsed + minutes,
    awake: memory.awake + minutes,
  };

  /** A database whose last look is that of noon, and beside it a later one. */
  function withSteady(beside = later): string {
    const { coveredFrom, checkedAt } = memory;
    const file = machine("steady", [{ name: "Agenda", coveredFrom, checkedAt }]);
    const [folder, db] = [path.dirname(file), openDatabase(file)];
    writeMemory(db, 1, memory);
    db.close();
    writeSteady(folder, stampOf(folder), { Agenda: beside });
    return file;
  }

  const upAndGaps = async (file: string) => {
    const [{ seconds, gaps }] = JSON.parse(await reported([file], { until })) as [Json];
    return { up: seconds.up, gaps };
  };
  const all = { up: 39 * 60, gaps: [] };

  test("is part of the report, and stays where it is", async () => {
    const file = withSteady();
    const folder = path.dirname(file);
    const before = fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name))]);
    expect(await upAndGaps(file)).toEqual(all);
    expect(fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name))])).toEqual(
      before,
    );
  });

  test("is part of it while somebody has the database open, and where only its journal came along", async () => {
    const file = withSteady();
    const writer = openDatabase(file);
    writer.prepare("UPDATE program SET first_check_at = first_check_at").run();
    expect(await upAndGaps(file)).toEqual(all);
    const copy = fs.mkdtempSync(path.join(path.dirname(file), "copy-"));
    for (const name of ["steady.db", "steady.db-wal", "steady.json"])
      fs.copyFileSync(path.join(path.dirname(file), name), path.join(copy, name));
    writer.close();
    expect(await upAndGaps(path.join(copy, "steady.db"))).toEqual(all);
  });

  test("is not where it goes on from another record", async () => {
    const { up, gaps } = await upAndGaps(withSteady({ ...later, bootId: "another" }));
    expect(up).toBe(30 * 60);
    expect(gaps).toMatchObject([{ from: new Date(noon).toISOString(), cause: "unexplained" }]);
  });
});

describe("what is no database of Estatus", () => {
  const refused = (file: string) => report({ format: "json", ...window, db: [file] }, "/nowhere");

  test("is refused with its name: missing, a folder, a text, another database", async () => {
    const folder = fs.mkdtempSync(path.join(folders[0]!, "bad-"));
    const text = path.join(folder, "text.db");
    fs.writeFileSync(text, "not a database, ".repeat(100));
    const foreign = path.join(folder, "foreign.db");
    const db = openDatabase(foreign);
    db.exec("CREATE TABLE other (x)");
    db.close();
    for (const file of [path.join(folder, "missing.db"), folder, text, foreign]) {
      await expect(refused(file), file).rejects.toMatchObject({
        code: "no-database",
        message: expect.stringContaining(file),
      });
    }
  });

  test("one that is damaged further in is refused with its name, and this machine's is not to be repaired for it", async () => {
    const outages = Array.from({ length: 3_000 }, (_, n) => ({
      earliest: T + n,
      latest: T + n,
      ended: T + n,
    }));
    const file = machine("damaged", [{ ...agenda(MINUTE), outages }]);
    const pages = fs.readFileSync(file);
    // Not the first pages, in which the tables are named.
    pages.fill(0xab, 40 * 4_096);
    fs.writeFileSync(file, pages);
    await expect(refused(file)).rejects.toMatchObject({
      code: "no-database",
      message: expect.stringContaining(file),
    });
  });

  test("a database of a newer Estatus is refused as such", async () => {
    const file = machine("newer", [agenda(MINUTE)]);
    const db = openDatabase(file);
    db.pragma("user_version = 99");
    db.close();
    await expect(refused(file)).rejects.toMatchObject({ code: "database-newer" });
  });
});
