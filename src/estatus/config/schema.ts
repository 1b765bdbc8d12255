import path from "node:path";
import { z } from "zod";
import { parseDuration } from "../core/duration.ts";
import { closest } from "../../closest.ts";
import { text } from "../../locales/config.ts";
import { plain } from "../../locales/format.ts";

/** The shortest and longest durations that make sense in a configuration. */
const SENSIBLE = { least: "100ms", most: "365d" };
/** The longest is how far apart Task Scheduler lets two runs be. */
const BETWEEN_CHECKS = { least: "1s", most: "31d" };

function duration(description: string, { least, most } = SENSIBLE) {
  return z
    .string()
    .describe(description)
    .superRefine((value, context) => {
      const ms = parseDuration(value);
      if (ms === null) context.addIssue({ code: "custom", message: text().notDuration(value) });
      else if (ms < parseDuration(least)! || ms > parseDuration(most)!)
        context.addIssue({ code: "custom", message: text().outOfRange(value, least, most) });
    });
}

function absolutePath(description: string) {
  return z
    .string()
    .describe(description)
    .superRefine((value, context) => {
      if (value.includes("\0")) context.addIssue({ code: "custom", message: text().controlCharacter });
      else if (!path.isAbsolute(value))
        context.addIssue({ code: "custom", message: text().relativePath(value) });
    });
}

// Windows shows a script or a shortcut as whatever runs it: it would be missing for ever, and launched again and again.
function executable(description: string) {
  return absolutePath(description).superRefine((value, context) => {
    if (process.platform === "win32" && !/\.(exe|com|scr)$/i.test(value))
      context.addIssue({ code: "custom", message: text().notExecutable(value) });
  });
}

// The system ends an argument at a NUL, so none can be inside.
function argument() {
  return z.string().superRefine((value, context) => {
    if (value.includes("\0")) context.addIssue({ code: "custom", message: text().controlCharacter });
  });
}

const programSchema = z.strictObject({
  name: z
    .string()
    .describe("How the program is called in reports and with --program.")
    .superRefine((value, context) => {
      if (value.trim() === "" || value.length > 100)
        context.addIssue({ code: "custom", message: text().badName });
      else if (plain(value) !== value) context.addIssue({ code: "custom", message: text().controlCharacter });
    }),
  executable: executable("Absolute path of the executable."),
  arguments: z.array(argument()).optional().describe("Arguments for a relaunch, one string each."),
  heartbeat: absolutePath("Absolute path of the heartbeat file the program keeps fresh.").optional(),
  survive: duration("How long a relaunched program must live before the attempt counts.").optional(),
  backoff_cap: duration("The longest wait between two attempts in a crash loop.").optional(),
  stable_after: duration("How long up without a break makes earlier attempts forgotten.").optional(),
  hung_after: duration("Age of the last heartbeat at which a program is suspected to hang.").optional(),
  hung_action: z.enum(["record", "restart"]).optional().describe("What to do about a program that hangs."),
});

/** The shape of `estatus.toml`. */
export const configSchema = z.strictObject({
  interval: duration("Time between two checks.", BETWEEN_CHECKS).optional(),
  program: z.array(programSchema).min(1).optional(),
});

export type RawConfig = z.infer<typeof configSchema>;

/** The same shape as a JSON Schema, for editors. */
export function jsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: "input" });
}

export type ShapeIssue = { readonly path: readonly (string | number)[]; readonly sentence: string };

/** The configuration in `value`, or the first thing that is wrong with it. */
export function validateShape(value: unknown): RawConfig | ShapeIssue {
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const place = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0]!;
    return { path: [...place, key], sentence: unknownKey(key, place.length > 0) };
  }
  if (issue.code === "invalid_type") {
    if (place.length === 1 && place[0] === "program") return { path: place, sentence: text().singleTable };
    // A wrong type of something that is not there at all reads better as missing.
    const missing = valueAt(value, place) === undefined;
    return {
      path: place,
      sentence: missing ? text().missing(String(place.at(-1))) : text().wrongType(issue.expected),
    };
  }
  if (issue.code === "invalid_value")
    return { path: place, sentence: text().notOneOf(issue.values.map(String)) };
  return { path: place, sentence: issue.code === "too_small" ? text().noProgram : issue.message };
}

function unknownKey(key: string, inProgram: boolean): string {
  const [ofAll, ofOne] = [configSchema, programSchema].map(({ shape }) => Object.keys(shape));
  if (inProgram && ofAll!.includes(key)) return text().belongsAbove(key);
  if (!inProgram && ofOne!.includes(key)) return text().belongsBelow(key);
  return text().unknownKey(key, closest(key, inProgram ? ofOne! : ofAll!));
}

function valueAt(value: unknown, place: readonly (string | number)[]): unknown {
  return place.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}
