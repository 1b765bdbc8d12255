import { AppError } from "../app-error.ts";
import { complain, say } from "../say.ts";
import { dataFolder } from "./data-folder.ts";
import type { RunOptions } from "./run.ts";

// What is wrong with these is what was asked for; with any other, what was found there.
const badUsage = new Set([
  "usage",
  "no-file",
  "is-folder",
  "import-archive",
  "import-unknown",
  "import-workbook",
  "export-unknown",
  "export-pickle",
  "no-contacts",
  "no-folder",
]);

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
    if (process.env["ESTATUS_DEBUG"] === "1") console.error(error);
    return error instanceof AppError && badUsage.has(error.code) ? 2 : 1;
  }
}

async function open(options: Omit<RunOptions, "say">): Promise<number> {
  const end = await (await import("./run.ts")).run({ ...options, say });
  if (end?.reason === "crashed") throw end.error;
  return 0;
}

async function end(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2));
}

process.title = "Agenda";
void end();
