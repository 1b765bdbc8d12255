import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import type { Launch } from "./ports.ts";

/**
 * Starts a program so that it outlives this check, its kill and its task's end: in a process group of its own, no
 * pipe to us, its window not hidden, its own folder as working directory, and never through a shell.
 */
export const launch: Launch = async (executable, args) => {
  if (process.platform === "win32") runAsUsual();
  const folder = path.dirname(executable);
  const child = spawn(executable, args, { detached: true, stdio: "ignore", windowsHide: false, cwd: folder });
  if (child.pid === undefined) throw (await once(child, "error"))[0];
  child.unref();
  return { pid: child.pid, folder };
};

// Windows passes a priority below normal on to children, and a task has one unless it is told otherwise. Ours is raised
// first: a child's own children have begun before theirs could be.
function runAsUsual(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_NORMAL);
  } catch {
    // Windows does not let us: then the program runs as we do, and the attempt says so.
  }
}
