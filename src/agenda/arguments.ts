import { Command, CommanderError, InvalidArgumentError } from "commander";
import { text } from "../locales/agenda.ts";
import { dataFolder } from "./data-folder.ts";

export type Asked =
  | { readonly kind: "run"; readonly options: { folder: string; port: number; window: boolean } }
  /** There is only something to say: help (0), or what is wrong with the arguments (2). */
  | { readonly kind: "told"; readonly code: 0 | 2; readonly message: string };

type Flags = { readonly window: boolean; readonly port: number; readonly data?: string };

/** Understands the command line. Nothing is done yet. */
export function readArguments(args: readonly string[]): Asked {
  const said: string[] = [];
  const command = agendaCommand((message) => said.push(message));
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0
      ? { kind: "told", code: 0, message: said.join("") }
      : { kind: "told", code: 2, message: text().badArguments(error.message.replace(/^error: /, "")) };
  }
  const flags = command.opts<Flags>();
  return {
    kind: "run",
    options: { folder: dataFolder(flags.data), port: flags.port, window: flags.window },
  };
}

function agendaCommand(say: (message: string) => void): Command {
  const words = text().help;
  return new Command("agenda")
    .description(words.agenda)
    .option("--no-window", words.noWindow)
    .option("--port <N>", words.port, portNumber, 0)
    .option("--data <DIR>", words.data)
    .helpOption("-h, --help", words.help)
    .addHelpText("after", `\n${words.example}\n  agenda --no-window --data ./mis-contactos`)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: say, writeErr: say })
    .exitOverride();
}

function portNumber(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new InvalidArgumentError(text().help.badPort);
}
