import fs from "node:fs";
import path from "node:path";
import { addContact } from "../../src/agenda/contacts.ts";
import { keep, keepDraft, keepView } from "../../src/agenda/kept.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { replaceFile } from "../../src/replace-file.ts";
import { config } from "../../src/estatus/commands/config.ts";
import { loadConfig } from "../../src/estatus/config/load.ts";
import { beginAttempt, settleAttempt } from "../../src/estatus/store/attempts.ts";
import { programId } from "../../src/estatus/store/programs.ts";
import { appendToSpool } from "../../src/estatus/store/spool.ts";
import { openStore, writing, type Store } from "../../src/estatus/store/store.ts";
import { takeInSpool } from "../../src/estatus/store/take-in-spool.ts";
import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase } from "../../src/sqlite/open.ts";

// What a power cut must not undo: each line of `acks` is written after the real code said that it is done.
const folder = process.argv[2]!;
const acks = fs.openSync(path.join(folder, "acks"), "a");
const acknowledge = (what: string, id: number) => fs.writeSync(acks, `${what} ${id}\n`);

/** One check's worth of the store: opened, an attempt recorded and settled, closed. */
function attempt(at: number): void {
  const db = openStore(folder);
  const { program, outage } = openOutage(db);
  const id = beginAttempt(db, program, outage, at);
  acknowledge("attempt", at);
  settleAttempt(db, program, id, "survived", null);
  acknowledge("settled", at);
  db.close();
}

function openOutage(db: Store): { program: number; outage: number } {
  return writing(db, true, () => {
    const program = programId(db, "Agenda", 1);
    db.prepare(
      `INSERT OR IGNORE INTO outage (id, program_id, kind, cause, earliest_start, latest_start)
       VALUES (1, ?, 'missing', 'killed', 1, 1)`,
    ).run(program);
    return { program, outage: 1 };
  });
}

function spooled(at: number): void {
  const line = { at, pid: null, token: null, result: "died", error: null } as const;
  appendToSpool([folder], { id: `spooled-${at}`, program: "Agenda", attempt: line });
  acknowledge("attempt", at);
}

function takeIn(): void {
  const db = openStore(folder);
  takeInSpool(db, [folder], []);
  db.close();
}

/** What is on screen while a contact is typed, letter by letter, and then saved. */
function typed(round: number): void {
  const draft = `draft-${round}`;
  keepView(agenda, { search: String(round) });
  acknowledge("search", round);
  keep(agenda, "bounds", { x: round, y: 0, width: 400, height: 500, maximized: false });
  acknowledge("bounds", round);
  keepDraft(agenda, { id: draft, name: String(round), phone: "" });
  acknowledge("draft", round);
  keepDraft(agenda, { id: draft, name: String(round), phone: "600" });
  addContact(agenda, { name: `Contact ${round}`, phone: "600" }, draft, round);
  acknowledge("contact", round);
  // The search table takes in what was saved a moment later; what was saved after that is not in it yet.
  if (round % 2 === 0) indexSlice(agenda, 100);
}

process.env["ESTATUS_HOME"] = folder;
// The check that follows keeps beside it what it came to.
await config("init", {});
await loadConfig(undefined);
const agenda = openDatabase(path.join(folder, "agenda.db"));
migrate(agenda, "db/agenda");
for (let round = 1; round <= 6; round += 1) {
  attempt(round * 10);
  spooled(round * 10 + 1);
  typed(round);
  spooled(round * 10 + 2);
  replaceFile(path.join(folder, "alive.json"), `${JSON.stringify({ pid: round })}\n`);
  if (round % 2 === 0) takeIn();
}
agenda.close();
