import { newCommand, runCommand } from "../command.ts";
import { text } from "../locales/cli.ts";
import { text as commandText } from "../locales/command.ts";
import { VERSION } from "../version.ts";
import { COMMANDS, type Run } from "./command-list.ts";

/** Understands `args` and runs the one command they name; nothing of the others is loaded. Returns the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let code = 0;
  const run: Run =
    (work) =>
    async (...words) => {
      code = await work(...words);
    };
  const estatus = newCommand("estatus", text().estatus);
  estatus.version(VERSION, "-V, --version", commandText().versionOption);
  // To say what there is takes all of them; to run one, which takes 2 ms less, only that one.
  const named = COMMANDS.filter(([name]) => name === args[0]);
  for (const [, add] of named.length > 0 ? named : COMMANDS) add(estatus, run, text());
  return runCommand(estatus, args, () => code);
}
