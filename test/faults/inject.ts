import type { RunOptions } from "../support/estatus.ts";

/** Calls by which a check changes what lies on a disk or starts a process. */
export const STEPS = ["pwrite64", "ftruncate", "fsync", "mkdir", "rename", "unlink", "clone3"] as const;

/**
 * Runs a check that meets `fault` from strace at its calls `call`: `signal=KILL:when=7` kills it at the seventh, before
 * that is made; `error=ENOSPC:when=3+` refuses the third and every later one. strace counts each call by itself. `file`
 * narrows it to calls on that file. Only the check's own thread is traced: what it launches goes on untraced.
 */
export function injecting(call: string, fault: string, file?: string): RunOptions {
  const on = file === undefined ? [] : ["-P", file];
  const options = ["-qq", "-o", "/dev/null", ...on, "-e", `trace=${call}`, "-e", `inject=${call}:${fault}`];
  return { through: ["strace", ...options] };
}
