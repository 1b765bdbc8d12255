import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../../app-error.ts";
import { DEFAULT_POLICY, type Policy } from "../core/policy.ts";
import type { Program } from "../program.ts";
import { appendTo } from "./append-to.ts";
import { addAttempt, completeAttempt } from "./attempts.ts";
import { takeLock } from "./lock.ts";
import { readOpenOutage } from "./outages.ts";
import { programId } from "./programs.ts";
import { replayLook } from "./record.ts";
import type { SpooledAttempt, SpoolLine } from "./spool.ts";
import { SPOOL_FILE, SPOOL_LOCK, TAKING_FILE } from "./spool-file.ts";
import { parseSpoolLine } from "./spool-line.ts";
import { writing, type Store } from "./store.ts";

/** How long another process may take to take in a spool, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Takes what earlier checks spooled into the store, in order and exactly once, also when this is killed at any
 * point: a file being taken in has a name of its own, and each line's id is kept until that file is gone.
 * Returns how many lines were taken in. Lines that are none (a half written last one) are set aside.
 */
export function takeInSpool(db: Store, folders: readonly string[], programs: readonly Program[]): number {
  let taken = 0;
  for (const folder of folders) {
    const [inHand, spool] = [TAKING_FILE, SPOOL_FILE].map((name) => path.join(folder, name));
    if (!fs.existsSync(inHand!) && !fs.existsSync(spool!)) continue;
    const lock = takeLock(folder, SPOOL_LOCK, PATIENCE_MS);
    try {
      taken += takeIn(db, inHand!, programs);
      if (fs.existsSync(spool!)) fs.renameSync(spool!, inHand!);
      taken += takeIn(db, inHand!, programs);
    } finally {
      lock.release();
    }
  }
  return taken;
}

function takeIn(db: Store, file: string, programs: readonly Program[]): number {
  if (!fs.existsSync(file)) return 0;
  const texts = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((text) => text.trim() !== "");
  const results = writing(db, true, () => texts.map((text) => takeText(db, text, programs)));
  const unreadable = texts.filter((_, index) => results[index] === "unreadable");
  if (unreadable.length > 0) setAsideLines(`${file}.unreadable`, unreadable);
  fs.unlinkSync(file);
  // Before the ids go: after a power cut the file must not come back without them.
  syncFolder(path.dirname(file));
  writing(db, false, () => db.prepare("DELETE FROM taken_in").run());
  return results.filter((result) => result === "taken").length;
}

// A link in its place goes: it must neither be written through nor keep the spool out for ever.
function setAsideLines(file: string, lines: readonly string[]): void {
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(file);
  appendTo(file, `${lines.join("\n")}\n`);
}

function syncFolder(folder: string): void {
  // Windows has no such call; NTFS keeps the order by its own journal.
  if (process.platform === "win32") return;
  const fd = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

type Taken = "taken" | "known" | "unreadable";

// A line that looks whole and yet cannot be recorded must not keep the others out for ever.
function takeText(db: Store, text: string, programs: readonly Program[]): Taken {
  const line = parseSpoolLine(text);
  if (line === null) return "unreadable";
  try {
    return db.transaction(() => takeLine(db, line, programs))() ? "taken" : "known";
  } catch (error) {
    const code = codeOf(error);
    if (code.startsWith("SQLITE_") && !code.startsWith("SQLITE_CONSTRAINT")) throw error;
    return "unreadable";
  }
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

function insertAttempt(db: Store, id: number, attempt: SpooledAttempt): void {
  const outage = readOpenOutage(db, id);
  if (outage === null) return;
  // One that began in the store, before the store failed, is the same one.
  if (completeAttempt(db, outage.id, attempt)) return;
  addAttempt(db, outage.id, attempt);
  db.prepare(
    "UPDATE sight SET recent_attempts = recent_attempts + 1, last_attempt_at = ? WHERE program_id = ?",
  ).run(attempt.at, id);
}
