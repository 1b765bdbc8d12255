import readline from "node:readline/promises";
import { AppError } from "../../app-error.ts";
import { language } from "../../locales/language.ts";
import { text } from "../../locales/prune.ts";
import { dataFolder } from "../config/paths.ts";
import { parseInstant } from "../core/instant.ts";
import { printable } from "../report/printable.ts";
import { openRecorded } from "../report/sources.ts";
import { giveBackRoom, prunable, prune as pruneStore, startOfDay } from "../store/prune.ts";
import type { Store } from "../store/store.ts";
import { namingLocked } from "./own-store.ts";
import { localZone } from "../../local-zone.ts";
import { say } from "../../say.ts";

export type PruneOptions = {
  readonly olderThan: string;
  /** Do not ask. */
  readonly yes?: boolean;
};

const SOONEST = 31 * 86_400_000;

/**
 * Deletes the details of days long past and keeps their totals, after asking. Returns the exit code: 1 where
 * the answer was no.
 * @throws AppError `usage`, `nothing-recorded`, `locked`
 */
export async function prune(options: PruneOptions, folder = dataFolder()): Promise<number> {
  const zone = localZone();
  const cutoff = cutoffOf(options.olderThan, Date.now(), zone);
  try {
    await using open = new AsyncDisposableStack();
    const db = open.adopt(openRecorded(folder), (db) => void db.close());
    return await pruneAfterAsking(db, cutoff, zone, options.yes ?? false);
  } catch (error) {
    throw namingLocked(error, folder);
  }
}

async function pruneAfterAsking(db: Store, cutoff: number, zone: string, yes: boolean): Promise<number> {
  const date = Temporal.Instant.fromEpochMilliseconds(cutoff)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  const found = prunable(db, cutoff, zone);
  if (found.days === 0) return saying(text().nothing(date), 0);
  const number = new Intl.NumberFormat(language());
  const counted = (count: number) => ({ count, written: number.format(count) });
  const [outages, days] = [counted(found.outages), counted(found.days)];
  if (!yes && !(await agreed(text().ask(outages, days, date)))) return saying(text().unchanged, 1);
  pruneStore(db, cutoff, zone);
  giveBackRoom(db);
  return saying(text().done(outages, days), 0);
}

function cutoffOf(value: string, now: number, zone: string): number {
  const at = parseInstant(value, now, () => zone, "past");
  if (at === null) throw new AppError("usage", text().bad(printable(value)), text().badHint);
  const cutoff = startOfDay(at, zone);
  if (cutoff > now - SOONEST) throw new AppError("usage", text().tooNew(printable(value)), text().tooNewHint);
  return cutoff;
}

async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new AppError("usage", text().cannotAsk, text().cannotAskHint);
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  try {
    return text().yes.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

function saying(sentence: string, code: number): number {
  say(sentence);
  return code;
}
