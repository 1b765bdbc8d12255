import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import type { Launch } from "./ports.ts";
import type { PosixSpawn } from "./posix-spawn.ts";

/**
 * Starts a program so that it outlives this check, its kill and its task's end: in a process group of its own, no
 * pipe to us, its window not hidden, its own folder as working directory, and never through a shell.
 */
export const launch: Launch = async (executable, args) => {
  const folder = path.dirname(executable);
  const native = process.platform === "win32" ? null : await posixSpawn();
  const pid = native ? native(executable, args, folder) : await spawnByNode(executable, args, folder);
  return { pid, folder };
};

let loaded: PosixSpawn | null | undefined;

// null where it cannot be had: then the program is brought back all the same.
async function posixSpawn(): Promise<PosixSpawn | null> {
  if (loaded !== undefined) return loaded;
  try {
    loaded = await (await import("./posix-spawn.ts")).loadPosixSpawn();
  } catch {
    loaded = null;
  }
  return loaded;
}

async function spawnByNode(executable: string, args: readonly string[], cwd: string): Promise<number> {
  if (process.platform === "win32") runAsUsual();
  const child = spawn(executable, args, { detached: true, stdio: "ignore", windowsHide: false, cwd });
  if (child.pid === undefined) throw (await once(child, "error"))[0];
  child.unref();
  return child.pid;
}

// Windows passes a priority below normal on to children, and a task has one unless it is told otherwise. Ours is raised
// first: a child's own children have begun before theirs could be.
function runAsUsual(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_NORMAL);
  } catch {
    // Windows does not let us: then the program runs as we do, and the attempt says so.
  }
}
