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
 * What a process runs. null where it may not be asked for; undefined where it runs nothing (a thread of the kernel, or
 * one that has ended or is about to) or something that lies too deep for any path to lead to. Throws where that cannot
 * be told: who runs something unknown may be anyone.
 */
export function executableOf(pid: number): string | null | undefined {
  try {
    const shown = fs.readlinkSync(`/proc/${pid}/exe`);
    const named = shown.replace(/ \(deleted\)$/, "");
    // What the kernel adds where the file is gone may also be the end of its name.
    return named !== shown && runsFile(pid, shown) ? shown : named;
  } catch (error) {
    const code = codeOf(error);
    if (isRefused(error)) return null;
    if (code === "ENOENT" || code === "ESRCH" || code === "ENAMETOOLONG") return undefined;
    throw error;
  }
}

/** Whether a process runs the very file at `file`, by whatever link or mount it was reached; no where that cannot be told. */
export function runsFile(pid: number, file: string): boolean {
  try {
    const [running, asked] = [`/proc/${pid}/exe`, file].map((one) => fs.statSync(one, { bigint: true }));
    return running!.dev === asked!.dev && running!.ino === asked!.ino;
  } catch {
    return false;
  }
}

/** Whether the system would not say, for want of a right to ask. */
export const isRefused = (error: unknown) => codeOf(error) === "EACCES" || codeOf(error) === "EPERM";
