import type { RunOptions } from "../support/estatus.ts";

/** The system calls by which a check changes what lies on a disk or in the process table. */
export const CHANGES = [
  "openat",
  "mkdir",
  "write",
  "pwrite64",
  "fsync",
  "fdatasync",
  "ftruncate",
  "rename",
  "unlink",
  "fcntl",
  "vfork",
  "clone",
  "clone3",
].join(",");

/** Those that need room on a disk. */
export const ROOM = "openat,mkdir,write,pwrite64,ftruncate,fallocate";

/**
 * Runs a check so that its calls `which` (restricted to files under `folder`, where one is given) meet `fault` from
 * strace: `signal=KILL:when=7` kills it at the seventh, `error=ENOSPC:when=3+` refuses the third and all later ones.
 * Only the check's main thread is traced: the programs it launches go on untraced.
 */
export function injecting(which: string, fault: string, folder?: string): RunOptions {
  const under = folder === undefined ? [] : ["-P", folder];
  return {
    through: [
      "strace",
      "-qq",
      "-o",
      "/dev/null",
      ...under,
      "-e",
      `trace=${which}`,
      "-e",
      `inject=${which}:${fault}`,
    ],
  };
}
