import fs from "node:fs";
import { codeOf } from "../../app-error.ts";

/** What /proc/PID/`file` holds; null where the process is gone. */
export function readProc(pid: number, file: string): string | null {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (error) {
    // ESRCH: it went away between opening and reading.
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESRCH") return null;
    throw error;
  }
}

/**
 * What a process runs. null where it may not be asked for; undefined where it runs nothing: a thread of the kernel, or
 * one that has ended or is about to.
 */
export function executableOf(pid: number): string | null | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
  } catch (error) {
    return codeOf(error) === "EACCES" || codeOf(error) === "EPERM" ? null : undefined;
  }
}
