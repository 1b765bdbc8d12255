import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { backUp } from "../src/agenda/backup.ts";
import { noteDamage } from "../src/agenda/damage.ts";
import { writeExport } from "../src/agenda/export/write-export.ts";
import { rebuild } from "../src/agenda/rebuild.ts";
import { config } from "../src/estatus/commands/config.ts";
import { keepParsed } from "../src/estatus/config/parsed-before.ts";
import type { RawConfig } from "../src/estatus/config/schema.ts";
import { writePage } from "../src/estatus/report/write-out.ts";
import { takeInSpool } from "../src/estatus/store/take-in-spool.ts";
import { writeSteady } from "../src/estatus/store/steady-file.ts";
import { auditTask } from "../src/estatus/task/audit.ts";
import { rememberRegistered } from "../src/estatus/task/registered.ts";
import { replaceFile } from "../src/replace-file.ts";
import { migrate } from "../src/sqlite/migrate.ts";
import { openDatabase } from "../src/sqlite/open.ts";
import { writeWholeFile } from "../src/write-whole-file.ts";
import { newHome, type Home } from "./support/home.ts";
import { recorded } from "./support/recorded.ts";

const now = new Date("2026-11-26T10:00:00.000Z");
const stamp = "2026-11-26T10-00-00.000Z";
const own = process.pid;

function newAgenda({ agenda }: Home) {
  const db = openDatabase(path.join(agenda, "agenda.db"));
  migrate(db, "db/agenda");
  return db;
}

async function inHome(home: Home, work: () => unknown): Promise<void> {
  const before = process.env["ESTATUS_HOME"];
  process.env["ESTATUS_HOME"] = home.estatus;
  try {
    await work();
  } finally {
    process.env["ESTATUS_HOME"] = before;
    if (before === undefined) delete process.env["ESTATUS_HOME"];
  }
}

const health = async () => ({ state: "healthy" }) as never;

/** What is written, the name it is written under first, and the code that does so. */
const WRITTEN: readonly (readonly [string, string, (home: Home) => unknown])[] = [
  ["a heartbeat", "agenda/alive.json.new", (home) => replaceFile(`${home.agenda}/alive.json`, "text")],
  ["a steady check", `estatus/steady.json.${own}`, (home) => writeSteady(home.estatus, "none none", {})],
  [
    "what the configuration came to",
    `estatus/config-parsed.json.${own}`,
    (home) => inHome(home, () => keepParsed("text", {} as RawConfig)),
  ],
  [
    "the look at the task",
    `estatus/task-audit.json.${own}`,
    (home) => auditTask({} as never, home.estatus, now.getTime(), undefined, health),
  ],
  [
    "what the task was registered with",
    `estatus/task.json.${own}`,
    (home) => rememberRegistered(home.estatus, undefined),
  ],
  [
    "a new configuration",
    "estatus/estatus.toml.new",
    (home) => inHome(home, () => config("init", { config: `${home.estatus}/estatus.toml` })),
  ],
  [
    "a report or an export",
    `out.csv.${own}.part`,
    (home) => writeWholeFile(`${home.folder}/out.csv`, ["text"], 0o600),
  ],
  ["a page to look at", "page.html", (home) => writePage(`${home.folder}/page.html`, ["text"])],
  ["an export among the downloads", "a.csv", (home) => writeExport(`${home.folder}/a.csv`, ["text"])],
  [
    "lines that are none",
    "estatus/spool.jsonl.taking.unreadable",
    (home) => {
      fs.writeFileSync(`${home.estatus}/spool.jsonl`, "nonsense\n");
      recorded(home, (db) => takeInSpool(db, [home.estatus], []));
    },
  ],
  ["a note of damage", "agenda/check-contacts", (home) => noteDamage(home.agenda)],
  [
    "a backup",
    `agenda/backups/agenda-${stamp}.db.part`,
    async (home) => {
      using open = new DisposableStack();
      const db = open.adopt(newAgenda(home), (each) => each.close());
      await backUp(db, home.agenda, now);
    },
  ],
  [
    "a copy to read damaged contacts from",
    "agenda/agenda.db.copy",
    (home) => (newAgenda(home).close(), rebuild(home.agenda, now)),
  ],
  [
    "rebuilt contacts",
    "agenda/agenda.db.part",
    (home) => (newAgenda(home).close(), rebuild(home.agenda, now)),
  ],
];

test.for(WRITTEN)(
  "A link laid where %s is written first (%s) is not written through, and holds nothing up",
  async ([, name, write]) => {
    using home = newHome();
    const theirs = path.join(home.folder, "somebody's");
    const planted = path.join(home.folder, name);
    fs.writeFileSync(theirs, "theirs");
    fs.mkdirSync(path.dirname(planted), { recursive: true });
    fs.symlinkSync(theirs, planted);
    await write(home);
    expect(fs.readFileSync(theirs, "utf8")).toBe("theirs");
    const left = fs.lstatSync(planted, { throwIfNoEntry: false });
    expect(left?.isSymbolicLink() ?? false).toBe(false);
  },
);
