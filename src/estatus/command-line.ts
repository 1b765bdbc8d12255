import { AppError } from "../app-error.ts";
import { addCommand, newCommand, runCommand, type Command } from "../command.ts";
import { text } from "../locales/cli.ts";
import { text as commandText } from "../locales/command.ts";
import { VERSION } from "../version.ts";
import { COMMANDS, flagOf, type CommandWords, type Option, type Value } from "./command-list.ts";
import { parseDuration } from "./core/duration.ts";
import { valueOf, type Call } from "./plain-words.ts";

/**
 * Understands any `args`, says what there is or what is wrong with them, and has the command they name done by `run`,
 * whose exit code it returns.
 * @throws AppError `usage` for words that mean nothing
 */
export async function runCommandLine(
  args: readonly string[],
  run: (call: Call) => Promise<number>,
): Promise<number> {
  let code = 0;
  const estatus = newCommand("estatus", text().estatus);
  estatus.version(VERSION, "-V, --version", commandText().versionOption);
  for (const command of COMMANDS) {
    add(estatus, command).action(async (...given) => {
      const argument = command.argument === undefined ? undefined : (given.shift() as string);
      code = await run({ command, options: given[0], argument });
    });
  }
  return runCommand(estatus, args, () => code);
}

function add(estatus: Command, { name, says, example, argument, options }: CommandWords): Command {
  const command = addCommand(estatus, name, text()[says], example);
  if (argument !== undefined) {
    command.argument(`<${argument.name}>`, text()[argument.says], understand(name, argument));
  }
  for (const [key, option] of Object.entries(options)) {
    const flag = flagOf(key);
    const words = option.takes === undefined ? flag : `${flag} ${option.takes}`;
    const isAnything = option.oneOf === undefined && option.isDuration === undefined;
    const made = command.createOption(words, text()[option.says]).default(option.default);
    if (option.required) made.makeOptionMandatory();
    if (!isAnything) made.argParser(understand(flag, option));
    command.addOption(made);
  }
  return command;
}

/** Takes a value for what it means, or refuses it; `place` is where it stands. */
function understand(place: string, value: Value & Pick<Option, "isDuration">) {
  return (word: string): string | number => {
    const meant = valueOf(value, word);
    if (meant !== undefined) return meant;
    const { badChoice, badChoiceHint, notDuration, notDurationHint, noTime } = text();
    if (value.oneOf === undefined) {
      const says = parseDuration(word) === 0 ? noTime : notDuration;
      throw new AppError("usage", says(place, word), notDurationHint);
    }
    throw new AppError("usage", badChoice(place, word), badChoiceHint(value.oneOf));
  };
}
