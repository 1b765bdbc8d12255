import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
};

export type Running = {
  /** What it has written to stdout so far, while it runs. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
};

/** Runs a Windows program under Wine to its end. */
export const run = (program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  start(program, args, options).ended;

/** Starts a Windows program under Wine. */
export function start(program: string, args: readonly string[], options: RunOptions = {}): Running {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "run-"));
  // A pipe is nothing to Node under Wine: its output goes to files.
  const [stdout, stderr] = ["stdout", "stderr"].map((name) => path.join(folder, name)) as [string, string];
  const read = (file: string) => fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const toItsEnd = async (): Promise<Ended> => {
    const [out, err] = [fs.openSync(stdout, "w"), fs.openSync(stderr, "w")];
    try {
      const code = await end(program, args, options, out, err);
      return { code, stdout: read(stdout), stderr: read(stderr) };
    } finally {
      fs.closeSync(out);
      fs.closeSync(err);
      fs.rmSync(folder, { recursive: true });
    }
  };
  return { said: () => read(stdout), ended: toItsEnd() };
}

function end(
  program: string,
  args: readonly string[],
  { env }: RunOptions,
  stdout: number,
  stderr: number,
): Promise<number | null> {
  const child = spawn("wine", [program, ...args], {
    env: { ...process.env, ESTATUS_LANG: "en", ...env },
    stdio: ["ignore", stdout, stderr],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject);
  child.on("exit", resolve);
  return promise;
}

/** Where a path of drive C lies on this system. */
export function hostPath(windowsPath: string): string {
  return path.join(process.env["WINEPREFIX"]!, "drive_c", ...windowsPath.split("\\").slice(1));
}

/** A file of this system as Windows programs see it. */
export const windowsPath = (file: string) => `Z:${path.resolve(file).replaceAll("/", "\\")}`;

export type Listed = { readonly pid: number; readonly name: string };

/** The processes of the machine, by the program that ps-list asks. */
export async function processes(): Promise<Listed[]> {
  const fastlist = path.join(import.meta.dirname, "../../../dist/windows/vendor/fastlist-0.3.0-x64.exe");
  const { stdout } = await run(windowsPath(fastlist), []);
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([pid, , name]) => ({ pid: Number(pid), name: name ?? "" }));
}

/** The pids of the processes called so. */
export async function pidsOf(name: string): Promise<number[]> {
  return (await processes()).filter((each) => each.name === name).map((each) => each.pid);
}

/** Ends processes without a word. */
export async function kill(...pids: readonly number[]): Promise<void> {
  for (const pid of pids) await run("taskkill", ["/F", "/PID", String(pid)]);
}

/** Ends every process of a name without a word. */
export async function killAll(name: string): Promise<void> {
  await kill(...(await pidsOf(name)));
}

/** Waits until a program of that name runs; throws after two minutes. */
export async function untilRuns(name: string): Promise<void> {
  const end = performance.now() + 120_000;
  while ((await pidsOf(name)).length === 0) {
    if (performance.now() > end) throw new Error(`waited in vain for ${name}`);
  }
}
