import type { text } from "../locales/cli.ts";

type Sentences = ReturnType<typeof text>;
/** A sentence of the help. */
type Says = {
  [Key in keyof Sentences]: Sentences[Key] extends string ? Key : never;
}[keyof Sentences];

/** What may stand where a value is asked for. */
export type Value = { readonly says: Says; readonly oneOf?: readonly string[] };

export type Option = Value & {
  /** How its value is called in the help, `<F...>` where it takes several; a switch has none. */
  readonly takes?: string;
  /** It is handed over in ms. */
  readonly isDuration?: true;
  readonly default?: string;
  readonly required?: true;
};

export type CommandWords = {
  readonly name: string;
  readonly says: Says;
  readonly example: string;
  readonly argument?: Value & { readonly name: string };
  /** By the names under which `run` gets them: `dryRun` is `--dry-run`. */
  readonly options: Readonly<Record<string, Option>>;
  /** Does the work and returns the exit code. Its options are those above. */
  readonly run: (options: never, argument: string) => Promise<number>;
};

const config = { says: "config", takes: "<F>" } as const;
const program = { says: "program", takes: "<NAME>" } as const;
const json = { says: "json" } as const;

/** Every command, in the order of the help: what it is asked with, and what it does. Nothing of it is loaded before. */
export const COMMANDS: readonly CommandWords[] = [
  {
    name: "check",
    says: "check",
    example: "estatus check --json",
    options: { config, program, json },
    run: async (options) => (await import("./commands/check.ts")).check(options),
  },
  {
    name: "watch",
    says: "watch",
    example: "estatus watch --every 10s --for 58s",
    options: {
      config,
      program,
      every: { says: "every", takes: "<DURATION>", isDuration: true },
      for: { says: "for", takes: "<DURATION>", isDuration: true },
    },
    run: async (options) => (await import("./commands/watch.ts")).watch(options),
  },
  {
    name: "pause",
    says: "pause",
    example: 'estatus pause 2h --reason "inventory"',
    argument: { name: "when", says: "pauseWhen" },
    options: { config, program, reason: { says: "reason", takes: "<TEXT>" } },
    run: async (options, when) => (await import("./commands/pause.ts")).pause(when, options),
  },
  {
    name: "resume",
    says: "resume",
    example: "estatus resume",
    options: { config, program },
    run: async (options) => (await import("./commands/pause.ts")).resume(options),
  },
  {
    name: "status",
    says: "status",
    example: "estatus status --json",
    options: { config, program, json },
    run: async (options) => (await import("./commands/status.ts")).status(options),
  },
  {
    name: "report",
    says: "report",
    example: "estatus report --since 7d --format csv --out week.csv",
    options: {
      program,
      since: { says: "since", takes: "<T>" },
      until: { says: "until", takes: "<T>" },
      format: {
        says: "format",
        takes: "<FORMAT>",
        oneOf: ["table", "json", "csv", "html"],
        default: "table",
      },
      out: { says: "out", takes: "<F>" },
      open: { says: "open" },
      db: { says: "db", takes: "<F...>" },
    },
    run: async (options) => (await import("./commands/report.ts")).report(options),
  },
  {
    name: "register",
    says: "register",
    example: "estatus register --print",
    options: { config, print: { says: "print" }, dryRun: { says: "dryRun" } },
    run: async (options) => (await import("./commands/register.ts")).register(options),
  },
  {
    name: "unregister",
    says: "unregister",
    example: "estatus unregister",
    options: {},
    run: async () => (await import("./commands/unregister.ts")).unregister(),
  },
  {
    name: "doctor",
    says: "doctor",
    example: "estatus doctor --repair",
    options: { config, json, repair: { says: "repair" } },
    run: async (options) => (await import("./commands/doctor.ts")).doctor(options),
  },
  {
    name: "prune",
    says: "prune",
    example: "estatus prune --older-than 730d",
    options: {
      olderThan: { says: "olderThan", takes: "<T>", required: true },
      yes: { says: "yes" },
    },
    run: async (options) => (await import("./commands/prune.ts")).prune(options),
  },
  {
    name: "config",
    says: "configCommand",
    example: "estatus config validate",
    argument: { name: "action", says: "configAction", oneOf: ["init", "path", "validate", "schema"] },
    options: { config },
    run: async (options, action) => (await import("./commands/config.ts")).config(action, options),
  },
];

/** An option as it is typed: `--dry-run` for `dryRun`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
