import fs from "node:fs";
import path from "node:path";
import { hostExecutable } from "../packaging/paths.ts";
import { openDatabase } from "../src/sqlite/open.ts";
import { median } from "./harness/figures.ts";
import { people } from "./harness/many-contacts.ts";
import { startMeasure, type Cost } from "./harness/measure.ts";
import { race, type Contender } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { newStage, type Stage } from "./harness/stage.ts";

/** `agenda import` of a CSV beside the sqlite3 shell's `.import` of the same file. */
export const agendaImport: Group = { name: "agenda-import", needs: ["sqlite3"], run: importMany };

const migration = path.join(import.meta.dirname, "../db/agenda/0001_initial.sql");

async function importMany({ short, say }: Bench): Promise<Row[]> {
  using stage = newStage();
  const rows = short ? 20_000 : 1_000_000;
  const runs = short ? 1 : 5;
  const file = path.join(stage.folder, "contacts.csv");
  say(`writing ${rows} rows`);
  const { fresh } = writeCsv(file, rows);
  await using measure = startMeasure(stage.folder);
  const costs = await race(
    measure,
    {
      ours: {
        ...agenda(stage, file),
        verify: counts(agendaDb(stage), fresh, (cost) => cost.code === 0),
      },
      bare: shell(stage, "bare", intoBareTable(file), rows),
      same: shell(stage, "same", intoSameTable(file), rows),
    },
    runs,
  );
  const row = (what: "wall" | "cpu", peer: "bare" | "same", name: string, atMost?: number): Row => ({
    what: `import of ${rows.toLocaleString("en")} rows, ${what === "cpu" ? "CPU" : what}`,
    unit: "ms",
    ours: median(costs.ours.map((cost) => cost[what])),
    peer: { name, value: median(costs[peer].map((cost) => cost[what])) },
    ...(atMost === undefined ? {} : { goal: { atMost, of: "ratio" } }),
    runs,
  });
  const same = "sqlite3 .import, Agenda's columns and indexes";
  return [
    row("wall", "bare", "sqlite3 .import, two columns", 1.5),
    row("cpu", "bare", "sqlite3 .import, two columns"),
    row("wall", "same", same),
    row("cpu", "same", same),
  ];
}

/** Writes a file of so many rows; of each contact that comes twice, as among a million some do, one is new. */
function writeCsv(file: string, rows: number): { fresh: number } {
  const lines = people(rows).map(({ name, phone }) => `${name},+34 ${phone}`);
  fs.writeFileSync(file, `Name,Phone\n${lines.join("\n")}\n`);
  return { fresh: new Set(lines).size };
}

const agendaDb = (stage: Stage) => path.join(stage.agenda, "agenda.db");

function agenda(stage: Stage, file: string): Pick<Contender, "name" | "argv" | "env" | "before"> {
  return {
    name: "agenda import",
    argv: [hostExecutable("Agenda"), "import", file],
    env: stage.env,
    before() {
      fs.rmSync(stage.agenda, { recursive: true });
      fs.mkdirSync(stage.agenda, { mode: 0o700 });
    },
  };
}

function shell(stage: Stage, name: string, script: string, rows: number): Contender {
  const [db, commands] = [path.join(stage.folder, `${name}.db`), path.join(stage.folder, `${name}.sql`)];
  fs.writeFileSync(commands, script);
  return {
    name,
    argv: ["/usr/bin/sqlite3", "-bail", db, `.read ${commands}`],
    env: stage.env,
    before: () => ["", "-wal", "-shm"].forEach((end) => fs.rmSync(db + end, { force: true })),
    verify: counts(db, rows, (cost) => cost.code === 0),
  };
}

// Throws unless all rows are there, and the database is whole.
function counts(file: string, rows: number, ended: (cost: Cost) => boolean): Contender["verify"] {
  return (cost) => {
    const db = openDatabase(file, { readonly: true });
    const there = db.prepare("SELECT count(*) FROM contact").pluck().get();
    db.close();
    if (ended(cost) && there === rows) return;
    throw new Error(`${there} of ${rows} rows are there, ended with ${cost.code}: ${cost.output}`);
  };
}

const intoBareTable = (file: string) => `
CREATE TABLE contact (name TEXT, phone TEXT);
.mode csv
.import --skip 1 ${file} contact
`;

// The same durability, columns and indexes, and what is derived from a contact as near as SQL alone comes to it;
// duplicates are not looked for, and nothing can be undone.
const intoSameTable = (file: string) => `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
${fs.readFileSync(migration, "utf8").replace(/CREATE VIRTUAL TABLE [^;]*;/, "")}
BEGIN;
CREATE TEMP TABLE read (name TEXT, phone TEXT);
.mode csv
.import --skip 1 --schema temp ${file} read
INSERT INTO contact (name, phone, folded, digits, added_at, changed_at)
  SELECT name, phone, lower(name), replace(replace(phone, ' ', ''), '+', ''), 0, 0 FROM read;
COMMIT;
`;
