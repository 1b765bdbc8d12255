import path from "node:path";

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
