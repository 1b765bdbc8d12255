import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/app-error.ts";
import { runCommandLine } from "../../src/estatus/command-line.ts";
import { COMMANDS, flagOf } from "../../src/estatus/command-list.ts";
import { readPlainWords, type Call } from "../../src/estatus/plain-words.ts";

/** What the whole command line makes of `args`; null where it refuses them or has nothing run. */
async function understood(args: readonly string[]): Promise<Call | null> {
  let call: Call | null = null;
  try {
    await runCommandLine(args, async (given) => {
      call = given;
      return 0;
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return call;
}

const flags = COMMANDS.flatMap(({ options }) => Object.keys(options).map(flagOf));
const known = fc.constantFrom(...flags);
const value = fc.constantFrom(
  "10s",
  "0s",
  "csv",
  "xml",
  "init",
  "2h",
  "x",
  "",
  "-",
  "--",
  "-1d",
  "--json",
  "check",
);
const word = fc.oneof(
  known,
  known,
  value,
  fc.tuple(known, value).map(([flag, of]) => `${flag}=${of}`),
);
const name = fc.constantFrom(...COMMANDS.map((command) => command.name));

/** Words of which most mean something: the command's own options and values that they take. */
const likely = name.chain((named) => {
  const { argument, options } = COMMANDS.find((command) => command.name === named)!;
  const given = Object.entries(options).map(([key, { takes, isDuration, oneOf }]) => {
    const fits = isDuration ? "10s" : (oneOf?.[1] ?? "x");
    return fc.option(fc.constant(takes === undefined ? [flagOf(key)] : [flagOf(key), fits]), { nil: [] });
  });
  const place = fc.constant(argument === undefined ? [] : [argument.oneOf?.[0] ?? "2h"]);
  return fc
    .tuple(place, ...given)
    .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }))
    .map((parts) => [named, ...parts.flat()]);
});

describe("plain words", () => {
  it("mean what the whole command line makes of them", async () => {
    const anything = fc
      .tuple(name, fc.array(word, { maxLength: 5 }))
      .map(([named, words]) => [named, ...words]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, likely), async (args) => {
        const call = readPlainWords(args);
        if (call !== null) expect(call).toEqual(await understood(args));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["check"],
    ["check --config other.toml --program Agenda --json"],
    ["watch --every 1s --for 58s"],
    ["pause 2h --reason inventory"],
    ["report --since 30d --format csv"],
    ["register --dry-run"],
    ["prune --older-than 365d --yes"],
    ["config validate"],
  ])("are understood without the library: %s", async (line) => {
    const args = line.split(" ");
    expect(readPlainWords(args)).toEqual(await understood(args));
    expect(readPlainWords(args)).not.toBeNull();
  });

  it.each([
    ["", "nothing at all"],
    ["chek", "no command"],
    ["check --help", "an option of all commands"],
    ["check --jsn", "no option"],
    ["check extra", "one word too many"],
    ["report --since", "no value"],
    ["report --since --json", "a value that is an option"],
    ["report --format xml", "none of the choices"],
    ["report --format=csv", "another way to write a value"],
    ["report --db a.db b.db", "several values"],
    ["watch --every soon", "no duration"],
    ["watch --every 0s", "no time at all"],
    ["pause", "no argument"],
    ["pause 2h 3h", "two of them"],
    ["config delete", "none of the actions"],
    ["prune --yes", "without what it needs"],
  ])("leave %j to the library: %s", (line) => {
    expect(readPlainWords(line.split(" "))).toBeNull();
  });
});
