import { Command, CommanderError, InvalidArgumentError } from "commander";
import { text } from "../locales/agenda.ts";
import { dataFolder } from "./data-folder.ts";

export type Asked =
  | { readonly kind: "run"; readonly options: { folder: string; port: number; window: boolean } }
  | { readonly kind: "import"; readonly file: string; readonly options: { folder: string; preview: boolean } }
  | { readonly kind: "export"; readonly file: string; readonly options: { folder: string } }
  /** There is only something to say: help (0), or what is wrong with the arguments (2). */
  | { readonly kind: "told"; readonly code: 0 | 2; readonly message: string };

type Flags = { readonly window: boolean; readonly port: number; readonly data?: string };

type FileFlags = { readonly data?: string; readonly preview?: boolean };

/** Understands the command line. Nothing is done yet. */
export function readArguments(args: readonly string[]): Asked {
  const said: string[] = [];
  let asked: Asked | undefined;
  const command = agendaCommand((found) => (asked = found));
  for (const each of [command, ...command.commands]) {
    each
      .configureOutput({ writeOut: (text) => said.push(text), writeErr: (text) => said.push(text) })
      .helpOption("-h, --help", text().help.help)
      .allowExcessArguments(false)
      .exitOverride();
  }
  try {
    command.parse(args, { from: "user" });
    return asked!;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0
      ? { kind: "told", code: 0, message: said.join("") }
      : { kind: "told", code: 2, message: text().badArguments(error.message.replace(/^error: /, "")) };
  }
}

function agendaCommand(found: (asked: Asked) => void): Command {
  const words = text().help;
  const agenda = new Command("agenda");
  const folderOf = (flags: FileFlags): string => dataFolder(flags.data ?? agenda.opts<Flags>().data);
  agenda
    .description(words.agenda)
    .option("--no-window", words.noWindow)
    .option("--port <N>", words.port, portNumber, 0)
    .option("--data <DIR>", words.data)
    .helpCommand(false)
    .addHelpText("after", `\n${words.example}\n  agenda --no-window --data ./mis-contactos`)
    .action((flags: Flags) =>
      found({ kind: "run", options: { folder: folderOf(flags), port: flags.port, window: flags.window } }),
    );
  agenda
    .command("import <file>")
    .description(words.import)
    .option("--preview", words.preview)
    .option("--data <DIR>", words.data)
    .addHelpText("after", `\n${words.example}\n  agenda import contactos.pickle --preview`)
    .action((file: string, flags: FileFlags) =>
      found({ kind: "import", file, options: { folder: folderOf(flags), preview: flags.preview === true } }),
    );
  agenda
    .command("export <file>")
    .description(words.export)
    .option("--data <DIR>", words.data)
    .addHelpText("after", `\n${words.example}\n  agenda export contactos.csv`)
    .action((file: string, flags: FileFlags) =>
      found({ kind: "export", file, options: { folder: folderOf(flags) } }),
    );
  return agenda;
}

function portNumber(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new InvalidArgumentError(text().help.badPort);
}
