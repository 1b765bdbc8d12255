import fs from "node:fs";
import path from "node:path";
import type { ListedProcess } from "./ports.ts";
import { executableOf, isRefused, readProc } from "./proc-file.ts";

/**
 * All processes that run something, by their executables' names; where that may not be asked for, by what the kernel
 * calls them, which it cuts at 15 bytes, and by what they were started as. Throws where the table cannot be read.
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
  const names = executable === null ? namesOf(pid) : [path.basename(executable)];
  return names.map((name) => ({ pid, name }));
}

// Its thread may have taken another name, as Node's first one does, and its arguments may have been written over: so by
// both. With hidepid=1 nothing may be asked of other users' processes, with hidepid=2 they are not even shown: no list
// holds them.
function namesOf(pid: number): string[] {
  try {
    const name = readProc(pid, "comm")?.slice(0, -1);
    const started = path.basename(readProc(pid, "cmdline")?.split("\0")[0] ?? "");
    if (name === undefined) return [];
    if (started === "") return [name];
    return asKernelKeeps(started) === name ? [started] : [name, started];
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

/** TASK_COMM_LEN of the kernel without the zero at its end. */
const LONGEST_NAME = 15;

/** A name as the kernel keeps it, in 15 bytes. */
export const asKernelKeeps = (name: string) => Buffer.from(name).toString("utf8", 0, LONGEST_NAME);
