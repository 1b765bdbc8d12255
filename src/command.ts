import { Command, CommanderError, Help } from "commander";
import { AppError } from "./app-error.ts";
import { text } from "./locales/command.ts";
import { outputWidth, print, wantsColour } from "./say.ts";

export type { Command };

/** A command whose help and errors speak the user's language, and which never ends the process itself. */
export function newCommand(name: string, description: string): Command {
  return dressed(new Command(name).description(description).helpCommand(false));
}

/** A subcommand in the same dress, with an example under its help. */
export function addCommand(parent: Command, usage: string, description: string, example: string): Command {
  return dressed(parent.command(usage).description(description)).addHelpText(
    "after",
    `\n${text().example}\n  ${example}`,
  );
}

function dressed(command: Command): Command {
  const help = new Help();
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption("-h, --help", text().helpOption)
    .configureOutput({
      writeOut: (help) => print(help.trimEnd()),
      writeErr: () => undefined,
      // Commander's own way to these two builds Node's stream for stdout.
      getOutHasColors: wantsColour,
      getOutHelpWidth: outputWidth,
    })
    .configureHelp({
      styleTitle: (title) => text().titles[title] ?? title,
      showGlobalOptions: false,
      commandUsage: (one) => inWords(help.commandUsage(one)),
      subcommandTerm: (one) => inWords(help.subcommandTerm(one)),
      optionDescription: (option) => inWords(help.optionDescription(option)),
    });
}

// What Commander puts into a line by itself.
function inWords(line: string): string {
  return text().placeholders.reduce((said, [word, meant]) => said.replace(word, meant), line);
}

/**
 * Runs the command that `args` name. Returns what `code` says when its action is done, 0 for help.
 * @throws AppError `usage` for words it does not know
 */
export async function runCommand(
  command: Command,
  args: readonly string[],
  code: () => number,
): Promise<number> {
  try {
    await command.parseAsync(args, { from: "user" });
    return code();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw await usageError(command, args, error);
  }
}

async function usageError(
  command: Command,
  args: readonly string[],
  error: CommanderError,
): Promise<AppError> {
  const used = command.commands.find((candidate) => args.includes(candidate.name())) ?? command;
  const path = used === command ? command.name() : `${command.name()} ${used.name()}`;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const sentence =
    text().errors[error.code]?.(quoted) ?? text().otherError(error.message.replace(/^error: /, ""));
  const isUnknown = /unknown(Option|Command)/.test(error.code);
  const meant = isUnknown ? (await import("./closest.ts")).closest(quoted, namesOf(used)) : null;
  return new AppError("usage", sentence, text().usageHint(path, meant), error);
}

function namesOf(command: Command): string[] {
  const help = new Help();
  return [
    ...command.commands.map((candidate) => candidate.name()),
    ...help.visibleOptions(command).map((option) => option.long ?? option.flags),
  ];
}
