import os from "node:os";
import path from "node:path";
import type { Launch } from "./ports.ts";

/**
 * Starts a program so that it outlives this check, its kill and its task's end: in a process group of its own, no
 * pipe to us, its window not hidden, its own folder as working directory, and never through a shell.
 */
export const launch: Launch = async (executable, args) => {
  const { execa } = await import("execa");
  if (process.platform === "win32") runAsUsual();
  const folder = path.dirname(executable);
  const child = execa(executable, args, {
    detached: true,
    stdio: "ignore",
    cleanup: false,
    windowsHide: false,
    cwd: folder,
    reject: false,
  });
  if (child.pid === undefined) throw (await child).cause ?? new Error("the system did not start it");
  child.nodeChildProcess.unref();
  return { pid: child.pid, folder };
};

/** Loads in a while what `launch` needs: after what has already begun has begun its own programs. */
export function prepareLaunch(): void {
  setImmediate(() => void import("execa").catch(() => undefined));
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

export type Answer = {
  /** null where it did not start, or took too long and was ended. */
  readonly exitCode: number | null;
  /** In whatever encoding the program writes: no code page of a console comes between. */
  readonly stdout: Uint8Array;
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
    encoding: "buffer",
  });
  return { exitCode: exitCode ?? null, stdout: stdout ?? new Uint8Array() };
}
