import fs from "node:fs";
import { codeOf } from "../../app-error.ts";
import type { Heartbeat } from "../core/observation.ts";
import { parseHeartbeat } from "../core/parse-heartbeat.ts";

/** No heartbeat is longer than this, in bytes; anything longer is not one. */
const LONGEST = 64 * 1024;

/**
 * What the heartbeat file says now; null where there is none or it is not one. It belongs to the program, so
 * it is read as hostile: never a device or a pipe that would make the check wait, never more than it needs, and never
 * another user's word.
 */
export function readHeartbeat(file: string): Heartbeat | null {
  let fd: number;
  try {
    fd = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return null;
  }
  try {
    const stat = fs.fstatSync(fd);
    if (!stat.isFile() || stat.size > LONGEST || isOthers(stat.uid)) return null;
    const buffer = Buffer.alloc(stat.size);
    return parseHeartbeat(buffer.toString("utf8", 0, fs.readSync(fd, buffer, 0, stat.size, 0)));
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return null;
  } finally {
    fs.closeSync(fd);
  }
}

// The program runs as this user. Windows has no such numbers; there `doctor` looks at the folder's access list.
const isOthers = (uid: number) => process.getuid !== undefined && uid !== process.getuid();
