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
    // Ended by pino itself it would be synced, in threads that stay for as long as a watch does.
    const fd = fs.openSync(file, "a", 0o600);
    try {
      const log = pino(
        { base: null, timestamp: pino.stdTimeFunctions.isoTime },
        pino.destination({ fd, sync: true }),
      );
      for (const entry of entries) log.info(entry);
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    // The disk is full, or the folder is not there.
  }
}
