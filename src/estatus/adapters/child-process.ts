import os from "node:os";
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
  if (process.platform === "win32") runAsUsual(child.pid);
  return child.pid;
};

// Windows passes a priority below normal on to children, and a task has one unless it is told otherwise.
function runAsUsual(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_NORMAL);
  } catch {
    // It is gone already, or Windows does not let us: then it runs as it was started.
  }
}

export type Answer = {
  /** null where it did not start, or took too long and was ended. */
  readonly exitCode: number | null;
  readonly stdout: string;
};

/**
 * Runs one of Windows' own programs to its end, by its full path so that no other of its name is run, and without
 * a console window. Never throws. `timeout` in ms.
 */
export async function runSystemProgram(
  file: string,
  args: readonly string[],
  timeout: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { execa } = await import("execa");
  const windows = process.env["SystemRoot"] ?? "C:\\Windows";
  const { exitCode, stdout } = await execa(path.join(windows, "System32", file), args, {
    env,
    stdin: "ignore",
    stderr: "ignore",
    windowsHide: true,
    timeout,
    reject: false,
  });
  return { exitCode: exitCode ?? null, stdout: String(stdout ?? "") };
}
