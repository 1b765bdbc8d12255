import fs from "node:fs";
import path from "node:path";
import pino from "pino";

/** What is worth a line; times are added here. */
export type LogEntry = { readonly event: string } & Readonly<Record<string, unknown>>;

const LOG_FILE = "estatus.log";
/** One older file is kept beside the log; together they never grow much beyond twice this (bytes). */
const LONGEST = 1_000_000;

/**
 * Appends to `estatus.log` in `folder`, JSON a line: for the administrator of a PC on which the checker runs without
 * any window or output. A log that cannot be written is given up in silence: the record is what counts.
 */
export function writeLog(folder: string, entries: readonly LogEntry[]): void {
  const file = path.join(folder, LOG_FILE);
  try {
    if (fs.existsSync(file) && fs.statSync(file).size > LONGEST) fs.renameSync(file, `${file}.1`);
    const destination = pino.destination({ dest: file, sync: true, append: true, mode: 0o600 });
    const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
    for (const entry of entries) log.info(entry);
    destination.end();
  } catch {
    // The disk is full, or the folder is not there.
  }
}
