#!/usr/bin/env node
import { AppError } from "../app-error.ts";
import { allSaid, complain } from "../say.ts";
import { readPlainWords, type Call } from "./plain-words.ts";

/** Runs what `args` ask for. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const call = readPlainWords(args);
    if (call !== null) return endAtOnce(await run(call));
    return endAtOnce(await (await import("./command-line.ts")).runCommandLine(args, run));
  } catch (error) {
    const { explain } = await import("../explain-error.ts");
    complain(explain(error));
    return failureCode(args, error);
  }
}

function run({ command, options, argument }: Call): Promise<number> {
  return command.run(options as never, argument!);
}

// Taking an environment down costs as much as a look, and would sync a record that nobody waits for. Whoever has
// something to do at the end still does it.
function endAtOnce(code: number): number {
  if (!allSaid()) return code;
  process.emit("exit", code);
  (process as unknown as { reallyExit: (code: number) => void }).reallyExit(code);
  return code;
}

// A bad word to `check` is 3 (could not tell), because its 2 means "down".
function failureCode(args: readonly string[], error: unknown): number {
  if (args.find((word) => !word.startsWith("-")) === "check") return 3;
  return error instanceof AppError && ["usage", "config"].includes(error.code) ? 2 : 1;
}

// The only place that sets an exit code.
async function end(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2));
}

void end();
