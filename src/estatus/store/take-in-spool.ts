import fs from "node:fs";
import path from "node:path";
import { DEFAULT_POLICY, type Policy } from "../core/policy.ts";
import type { Program } from "../program.ts";
import { readOpenOutage } from "./outages.ts";
import { programId } from "./programs.ts";
import { replayLook } from "./record.ts";
import { SPOOL_FILE, type SpooledAttempt, type SpoolLine } from "./spool.ts";
import { parseSpoolLine } from "./spool-line.ts";
import { writing, type Store } from "./store.ts";

/**
 * Takes what earlier checks spooled into the store, in order and exactly once, also when this is killed at any
 * point: a file being taken in has a name of its own, and each line's id is kept until that file is gone.
 * Returns how many lines were taken in. Lines that are none (a half written last one) are set aside.
 */
export function takeInSpool(db: Store, folders: readonly string[], programs: readonly Program[]): number {
  let taken = 0;
  for (const folder of folders) {
    const spool = path.join(folder, SPOOL_FILE);
    const inHand = path.join(folder, `${SPOOL_FILE}.taking`);
    for (const file of [inHand, spool]) {
      if (!fs.existsSync(file)) continue;
      if (file === spool) fs.renameSync(spool, inHand);
      taken += takeIn(db, inHand, programs);
    }
  }
  return taken;
}

function takeIn(db: Store, file: string, programs: readonly Program[]): number {
  const texts = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((text) => text.trim() !== "");
  const lines = texts.map(parseSpoolLine);
  const taken = writing(
    db,
    true,
    () => lines.filter((line) => line !== null && takeLine(db, line, programs)).length,
  );
  const unreadable = texts.filter((_, index) => lines[index] === null);
  if (unreadable.length > 0)
    fs.appendFileSync(`${file}.unreadable`, `${unreadable.join("\n")}\n`, { mode: 0o600 });
  fs.unlinkSync(file);
  writing(db, false, () => db.prepare("DELETE FROM taken_in").run());
  return taken;
}

function takeLine(db: Store, line: SpoolLine, programs: readonly Program[]): boolean {
  const at = "look" in line ? line.look.moment.at : line.attempt.at;
  const first = db.prepare("INSERT OR IGNORE INTO taken_in (id, at) VALUES (?, ?)").run(line.id, at);
  if (first.changes === 0) return false;
  const id = programId(db, line.program, at);
  if ("look" in line) replayLook(db, id, line.look, policyOf(line.program, programs));
  else insertAttempt(db, id, line.attempt);
  return true;
}

// A program that has left the configuration since keeps what was seen of it.
function policyOf(name: string, programs: readonly Program[]): Policy {
  return (
    programs.find((program) => program.name.toLowerCase() === name.toLowerCase())?.policy ?? DEFAULT_POLICY
  );
}

function insertAttempt(db: Store, id: number, { at, pid, token, result, error }: SpooledAttempt): void {
  const outage = readOpenOutage(db, id);
  if (outage === null) return;
  db.prepare("INSERT INTO attempt (outage_id, at, result, pid, token, error) VALUES (?, ?, ?, ?, ?, ?)").run(
    outage.id,
    at,
    result,
    pid,
    token,
    error,
  );
  db.prepare(
    "UPDATE sight SET recent_attempts = recent_attempts + 1, last_attempt_at = ? WHERE program_id = ?",
  ).run(at, id);
}
