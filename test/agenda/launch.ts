import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const main = path.join(import.meta.dirname, "../../src/agenda/main.ts");

/** A new folder for one test's contacts, taken away when the test is over. */
export function newFolder(): { folder: string } & Disposable {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "agenda-test-"));
  // What a killed Agenda had started to show its page ends a moment after it, and writes until then.
  const patience = { maxRetries: 20, retryDelay: 50 };
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, ...patience });
  return { folder, [Symbol.dispose]: remove };
}

export type Launched = {
  readonly pid: number;
  /** The first line it wrote to stdout, "" where it ended without one. */
  readonly firstLine: Promise<string>;
  /** Exit code and signal, once it has ended. */
  readonly ended: Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
    stdout: string;
    stderr: string;
  }>;
  readonly kill: (signal: NodeJS.Signals) => void;
} & AsyncDisposable;

/** Starts a real Agenda without a window. It is killed at the end of the scope it was launched in. */
export function launch(
  folder: string,
  args: string[] = ["--no-window"],
  nodeArgs: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Launched {
  return launchFrom([process.execPath, ...nodeArgs, main, ...args], folder, env);
}

/** The same, given the whole command. */
export function launchFrom(
  command: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Launched {
  const child = spawn(command[0]!, command.slice(1), {
    env: { PATH: process.env["PATH"], AGENDA_HOME: folder, ESTATUS_LANG: "en", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const first = Promise.withResolvers<string>();
  const output = { stdout: "", stderr: "" };
  createInterface(child.stdout)
    .on("line", (line) => {
      output.stdout += `${line}\n`;
      first.resolve(line);
    })
    .on("close", () => first.resolve(""));
  child.stderr.on("data", (data) => (output.stderr += String(data)));
  const { promise: ended, resolve } = Promise.withResolvers<Awaited<Launched["ended"]>>();
  child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  return {
    pid: child.pid!,
    firstLine: first.promise,
    ended,
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

export type Guest = {
  readonly port: number;
  readonly room: string;
  readonly cookie: string;
  /** Asks the API as the page does; throws where the answer is not a success. */
  readonly call: <T>(method: string, address: string, body?: unknown) => Promise<T>;
  /** The same, giving any answer. */
  readonly ask: (
    method: string,
    address: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

/** Spends a one-time link, as a browser does. */
export async function enter(link: string): Promise<Guest> {
  const opened = await fetch(link);
  if (!opened.ok) throw new Error(`${opened.status} ${await opened.text()}`);
  const origin = new URL(link).origin;
  const [cookie = "", pathAttribute = ""] = opened.headers.get("set-cookie")!.split("; ");
  const room = pathAttribute.replace(/^Path=/, "");
  const ask: Guest["ask"] = (method, address, body, headers = {}) =>
    fetch(`${origin}${room}${address}`, {
      method,
      headers: {
        cookie,
        origin,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    port: Number(new URL(link).port),
    room,
    cookie,
    ask,
    async call<T>(method: string, address: string, body?: unknown) {
      const response = await ask(method, address, body);
      if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as T;
    },
  };
}

/** The heartbeat file as it is now. */
export function heartbeatIn(folder: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(path.join(folder, "alive.json"), "utf8")) as Record<string, unknown>;
}
