import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { compileCache } from "./compile-cache.ts";

const main = path.join(import.meta.dirname, "../../src/estatus/main.ts");

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Running = { readonly child: ChildProcess; readonly ended: Promise<Ended> };

export type RunOptions = {
  /** Added to a bare environment: PATH, the homes, English. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A command before `node`, such as `nice`. */
  readonly through?: readonly string[];
  /** Another checker than the one in this checkout: its executable, and what goes before the command's own words. */
  readonly checker?: readonly string[];
};

/** The checker as users have it: one executable, with no source and no Node beside it. */
export const singleExecutable = [path.join(import.meta.dirname, "../../dist/linux/estatus")];

/** Starts the checker's command line, from source unless told otherwise, as a user of `home` would. Nothing is waited for. */
export function startEstatus(home: string, args: readonly string[], options: RunOptions = {}): Running {
  const checker = options.checker ?? [process.execPath, main];
  const [command, ...words] = [...(options.through ?? []), ...checker, ...args];
  const child = spawn(command!, words, {
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      TMPDIR: path.join(home, "tmp"),
      ESTATUS_HOME: path.join(home, "estatus"),
      AGENDA_HOME: path.join(home, "agenda"),
      ESTATUS_LANG: "en",
      ...compileCache,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => (output.stdout += String(data)));
  child.stderr.on("data", (data) => (output.stderr += String(data)));
  const { promise: ended, resolve, reject } = Promise.withResolvers<Ended>();
  child.on("error", reject);
  child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  return { child, ended };
}

/** Runs one command to its end. */
export function estatus(home: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startEstatus(home, args, options).ended;
}
