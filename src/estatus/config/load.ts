import fs from "node:fs";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/config.ts";
import { parseDuration } from "../core/duration.ts";
import { DEFAULT_POLICY, type Policy } from "../core/policy.ts";
import type { Program } from "../program.ts";
import { defaultProgram } from "./default-program.ts";
import { keepParsed, parsedBefore } from "./parsed-before.ts";
import { configFile } from "./paths.ts";
import type { RawConfig } from "./schema.ts";

/** No configuration is longer than this, in bytes. */
const LONGEST_BYTES = 1_000_000;

export type Config = {
  /** The file it came from; null where there is none and the defaults hold. */
  readonly file: string | null;
  /** Time between two checks, ms. */
  readonly interval: number;
  readonly programs: readonly Program[];
};

/**
 * The configuration in `asked`, else in its usual place, else the defaults. Throws AppError `config` with the
 * place and the cure; a file that was asked for by name must be there.
 */
export async function loadConfig(asked?: string): Promise<Config> {
  const file = asked ?? configFile();
  const source = readIfThere(file, asked !== undefined);
  if (source === null) return { file: null, interval: DEFAULT_POLICY.interval, programs: [defaultProgram()] };
  return fromRaw(file, parsedBefore(source) ?? (await parse(source, file)));
}

async function parse(source: string, file: string): Promise<RawConfig> {
  const { parseConfig } = await import("./parse.ts");
  const raw = parseConfig(source, file);
  keepParsed(source, raw);
  return raw;
}

function readIfThere(file: string, mustBe: boolean): string | null {
  try {
    const stat = fs.statSync(file);
    // A pipe would make the check wait for ever.
    if (!stat.isFile()) throw new Error(text().notAFile);
    if (stat.size > LONGEST_BYTES) throw new Error(text().tooLong);
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" && !mustBe) return null;
    throw new AppError("config", text().unreadable(file, reasonOf(error)), text().unreadableHint, error);
  }
}

function fromRaw(file: string, raw: RawConfig): Config {
  // Two hundred programs say the same few.
  const durations = new Map<string, number>();
  const ms = (value: string | undefined, fallback: number) => {
    if (value === undefined) return fallback;
    const known = durations.get(value) ?? parseDuration(value)!;
    durations.set(value, known);
    return known;
  };
  const interval = ms(raw.interval, DEFAULT_POLICY.interval);
  const policyOf = (program: NonNullable<RawConfig["program"]>[number]): Policy => ({
    interval,
    survive: ms(program.survive, DEFAULT_POLICY.survive),
    backoffCap: ms(program.backoff_cap, DEFAULT_POLICY.backoffCap),
    stableAfter: ms(program.stable_after, DEFAULT_POLICY.stableAfter),
    hungAfter: ms(program.hung_after, DEFAULT_POLICY.hungAfter),
    hungAction: program.hung_action ?? DEFAULT_POLICY.hungAction,
    listEvery: DEFAULT_POLICY.listEvery,
  });
  const programs = raw.program?.map((program) => ({
    name: program.name,
    executable: program.executable,
    arguments: program.arguments ?? [],
    heartbeat: program.heartbeat ?? null,
    policy: policyOf(program),
  }));
  return { file, interval, programs: programs ?? [withInterval(defaultProgram(), interval)] };
}

const withInterval = (program: Program, interval: number): Program => ({
  ...program,
  policy: { ...program.policy, interval },
});

/** The programs `--program NAME` selects; all of them without it. */
export function selectPrograms(config: Config, name: string | undefined): readonly Program[] {
  if (name === undefined) return config.programs;
  const found = config.programs.filter((program) => program.name.toLowerCase() === name.toLowerCase());
  if (found.length > 0) return found;
  const names = config.programs.map((program) => program.name);
  throw new AppError("usage", text().noSuchProgram(name), text().noSuchProgramHint(names));
}
