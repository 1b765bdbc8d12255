import fs from "node:fs";
import path from "node:path";

/** The live processes (no zombies) whose executable, or the script they run, is `file`; a replaced file counts too. */
export function processesOf(file: string): number[] {
  return allProcesses().filter((pid) => isAlive(pid) && shownFiles(pid).includes(file));
}

/**
 * The same without what one of them has forked and that has not become another program yet, nor what is left so of the
 * one that was `ended`, which led a session of its own.
 */
export function copiesOf(file: string, ended = 0): number[] {
  const pids = processesOf(file);
  return pids.filter((pid) => !pids.includes(statOf(pid, 4)) && statOf(pid, 6) !== ended);
}

/** The live processes that run from `folder`, or were told of it by an argument or as their HOME. */
export function processesUnder(folder: string): number[] {
  const within = (file: string) => file === folder || file.startsWith(`${folder}${path.sep}`);
  return allProcesses().filter(
    (pid) => isAlive(pid) && [executable(pid), homeOf(pid), ...argumentsOf(pid)].some(within),
  );
}

/** A process and all that run now and were started by it, by those, and so on. */
export function familyOf(pid: number): number[] {
  const family = [pid];
  for (const parent of family) family.push(...allProcesses().filter((each) => statOf(each, 4) === parent));
  return family;
}

/** Whether there is such a process, and it is no zombie. */
export function isAlive(pid: number): boolean {
  const state = read(pid, "stat")?.replace(/^.*\) /s, "")[0];
  return state !== undefined && state !== "Z" && state !== "X";
}

/** Ends processes that the test started, at once. */
export function kill(pids: readonly number[], signal: NodeJS.Signals = "SIGKILL"): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It went by itself.
    }
  }
}

const allProcesses = () =>
  fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function shownFiles(pid: number): string[] {
  return [executable(pid).replace(/ \(deleted\)$/, ""), ...argumentsOf(pid).slice(0, 2)];
}

/** A field of /proc/PID/stat by its number in proc(5), from 4 on: the parent is 4, the session 6. */
const statOf = (pid: number, field: number) =>
  Number(
    read(pid, "stat")
      ?.replace(/^.*\) . /s, "")
      .split(" ")[field - 4],
  );

const homeOf = (pid: number) => /(?:^|\0)HOME=([^\0]*)/.exec(read(pid, "environ") ?? "")?.[1] ?? "";

const argumentsOf = (pid: number) => (read(pid, "cmdline") ?? "").split("\0");

function executable(pid: number): string {
  try {
    return fs.readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return "";
  }
}

function read(pid: number, file: string): string | null {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}
