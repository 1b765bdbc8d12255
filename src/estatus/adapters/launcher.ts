import path from "node:path";
import type { Launch } from "./ports.ts";

/**
 * Starts a program so that it outlives this check, its kill and its task's end: in a process group of its own, no
 * pipe to us, its window not hidden, its own folder as working directory, and never through a shell.
 */
export const launch: Launch = async (executable, args) => {
  const { execa } = await import("execa");
  const child = execa(executable, args, {
    detached: true,
    stdio: "ignore",
    cleanup: false,
    windowsHide: false,
    cwd: path.dirname(executable),
    reject: false,
  });
  if (child.pid === undefined) throw (await child).cause ?? new Error("the system did not start it");
  child.nodeChildProcess.unref();
  return child.pid;
};
