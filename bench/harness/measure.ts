import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

/** What one run of a command cost: times in ms, peak memory in MB. */
export type Cost = {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
  readonly code: number;
  readonly output: string;
  /** From the start of the command until the program it launched ran, where that was asked for. */
  readonly signalled: number;
  /** What that program said. */
  readonly said: string;
};

export type Command = {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** A FIFO into which a program that the command launches writes a line. */
  readonly signal?: string;
};

export type Measure = {
  readonly run: (command: Command) => Promise<Cost>;
  /** Ends `pid` with SIGKILL; ms until somebody's new program has written into `signal`, and what it wrote. */
  readonly kill: (pid: number, signal: string) => Promise<{ readonly ms: number; readonly said: string }>;
} & AsyncDisposable;

type Answer = Omit<Cost, "output"> & { readonly error?: string };

/** Starts the process that runs and measures commands, one at a time. What they say goes through `folder`. */
export function startMeasure(folder: string): Measure {
  const output = path.join(folder, "output");
  const child = spawn("/usr/bin/python3", [path.join(import.meta.dirname, "measure.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask(request: object): Promise<Answer> {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error("the measuring process ended");
    const answer = JSON.parse(value) as Answer;
    if (answer.error !== undefined) throw new Error(`${JSON.stringify(request)}: ${answer.error}`);
    return answer;
  }

  return {
    async run(command) {
      const answer = await ask({ ...command, output });
      return { ...answer, rss: answer.rss / 1024, output: fs.readFileSync(output, "utf8") };
    },
    async kill(pid, signal) {
      const { signalled, said } = await ask({ kill: pid, signal });
      return { ms: signalled, said };
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };
}
