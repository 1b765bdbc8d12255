import { COMMANDS, flagOf, type CommandWords, type Option, type Value } from "./command-list.ts";
import { parseDuration } from "./core/duration.ts";

/** A command with what it was asked with, checked word by word. */
export type Call = {
  readonly command: CommandWords;
  readonly options: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
};

/**
 * Understands words that leave nothing to explain: a command and options of its own, each spelt out. Null for all
 * others, which command-line.ts understands or refuses with its reasons. That takes a library of words, and 4 ms, which
 * what a task runs every minute should not cost.
 */
export function readPlainWords([name, ...words]: readonly string[]): Call | null {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) return null;
  const options = defaultsOf(command);
  let argument: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const option = Object.keys(command.options).find((one) => flagOf(one) === word);
    if (option !== undefined) {
      const asked = command.options[option]!;
      const given = asked.takes === undefined || plainValue(asked, words[++at]);
      if (given === undefined) return null;
      options[option] = given;
    } else {
      if (word.startsWith("-") || command.argument === undefined || argument !== undefined) return null;
      argument = word;
      if (valueOf(command.argument, word) === undefined) return null;
    }
  }
  return isWhole(command, options, argument) ? { command, options, argument } : null;
}

/** What `word` means as such a value: itself, or ms where it is a duration; undefined where it is none. */
export function valueOf(
  value: Value & Pick<Option, "isDuration">,
  word: string,
): string | number | undefined {
  if (value.oneOf !== undefined) return value.oneOf.includes(word) ? word : undefined;
  if (value.isDuration === undefined) return word;
  return parseDuration(word) || undefined;
}

function plainValue(option: Option, word: string | undefined): string | number | undefined {
  const isPlain = word !== undefined && !word.startsWith("-") && !option.takes!.includes("...");
  return isPlain ? valueOf(option, word) : undefined;
}

function defaultsOf({ options }: CommandWords): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const name in options) if (options[name]!.default !== undefined) known[name] = options[name]!.default;
  return known;
}

function isWhole(
  command: CommandWords,
  given: Readonly<Record<string, unknown>>,
  argument: string | undefined,
): boolean {
  if (command.argument !== undefined && argument === undefined) return false;
  return Object.keys(command.options).every((name) => !command.options[name]!.required || name in given);
}
