import { AppError } from "../app-error.ts";
import { say } from "../say.ts";
import { dataFolder } from "./data-folder.ts";
import type { RunOptions } from "./run.ts";

/** Gives the exit code: 0 done, 1 failed, 2 bad usage. */
async function main(args: readonly string[]): Promise<number> {
  try {
    // What the guard launches has no arguments, and need not wait for what reads them.
    if (args.length === 0) return await open({ folder: dataFolder(), port: 0, window: true });
    return await (await import("./command-line.ts")).runCommandLine(args, open);
  } catch (error) {
    const { refusalOf } = await import("./refusal.ts");
    const { message, hint } = refusalOf(error).refusal.error;
    complain(`${message} ${hint}`);
    if (process.env["ESTATUS_DEBUG"]) console.error(error);
    return error instanceof AppError && error.code === "usage" ? 2 : 1;
  }
}

async function open(options: Omit<RunOptions, "say">): Promise<number> {
  const end = await (await import("./run.ts")).run({ ...options, say });
  if (end?.reason === "crashed") throw end.error;
  return 0;
}

// A program with a window of its own may have no output at all, or one whose reader has gone.
function complain(line: string): void {
  try {
    process.stderr.on("error", () => {}).write(`${line}\n`);
  } catch {
    // Nobody listens.
  }
}

async function end(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2));
}

process.title = "Agenda";
void end();
