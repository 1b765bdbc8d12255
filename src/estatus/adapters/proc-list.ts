import fs from "node:fs";
import path from "node:path";
import type { ListedProcess } from "./ports.ts";
import { executableOf, isRefused, readProc } from "./proc-file.ts";

/**
 * All processes that run something, by their executables' names; where that may not be asked for, by what the kernel
 * calls them, which it cuts at 15 bytes. Throws where the table cannot be read.
 */
export function listProcesses(): readonly ListedProcess[] {
  const processes = fs
    .readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap(listed);
  // Whoever asks is a process too: a table without it is no table.
  if (!processes.some(({ pid }) => pid === process.pid)) throw new Error("/proc does not show this process");
  return processes;
}

function listed(pid: number): ListedProcess[] {
  const executable = executableOf(pid);
  if (executable === undefined) return [];
  const name = executable === null ? calledByKernel(pid) : path.basename(executable);
  return name === undefined ? [] : [{ pid, name }];
}

// With hidepid=1 nothing may be asked of other users' processes, with hidepid=2 they are not even shown: no list holds them.
function calledByKernel(pid: number): string | undefined {
  try {
    return readProc(pid, "comm")?.slice(0, -1);
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}
