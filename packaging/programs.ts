import fs from "node:fs";
import path from "node:path";
import { root } from "./paths.ts";

/** A program of this project as packaging sees it; paths are relative to the top of the checkout. */
export type Program = {
  readonly name: "estatus" | "Agenda";
  readonly folder: string;
  /** What it reads through `readResource`; a folder stands for everything in it. */
  readonly resources: readonly string[];
  /** Boot flags for Node. */
  readonly flags: readonly string[];
  /** What stands in for another module (see `bundle`). */
  readonly aliases: Readonly<Record<string, string>>;
  /** Files that most runs need (see `bundle`), the adapter of each system among them. */
  readonly together: readonly RegExp[];
  /** Commands that are started often and have a bundle of their own, with the files that all their runs need. */
  readonly apart: Readonly<Record<string, RegExp>>;
};

const noCron = path.join(import.meta.dirname, "no-cron.cjs");

/** Both programs, by their names. */
export const programs = {
  estatus: {
    name: "estatus",
    folder: "src/estatus",
    resources: ["db/estatus", "dist/report", "tasks"],
    flags: [
      // Saves 3 ms of each start; what it gives up, protection from floods of chosen keys, a check needs least of all.
      "--no-rehash-snapshot",
      // Keep V8 from optimizing, in a thread and with 3 to 5 MB more, the joining of a few paths or the loops of one report.
      "--invocation-count-for-maglev=4000",
      "--no-use-osr",
      // A report makes less garbage than this, and never stops for it; `watch` frees its own, for which it needs the last.
      "--min-semi-space-size=16",
      "--expose-gc",
    ],
    // The more exact name first: the other one would take it as well.
    aliases: { "cron-parser/lib/date": noCron, "cron-parser": noCron },
    // A steady check, whatever reads the store, and a check that opens it.
    together: [
      /estatus[\\/](main|commands[\\/]check|adapters[\\/]machine-(linux|windows))\.ts$/,
      /estatus[\\/]store[\\/](open-own|start-tally)\.ts$/,
      /estatus[\\/]full-check\.ts$/,
    ],
    apart: {
      status: /estatus[\\/](main|commands[\\/]status)\.ts$/,
      report: /estatus[\\/](main|commands[\\/]report|report[\\/]table)\.ts$/,
    },
  },
  Agenda: {
    name: "Agenda",
    folder: "src/agenda",
    resources: ["db/agenda", "dist/ui"],
    flags: [],
    aliases: {},
    together: [],
    apart: {},
  },
} as const satisfies Record<Program["name"], Program>;

/** The file a program begins with. */
export function entryOf(program: Program): string {
  return path.join(root, program.folder, "main.ts");
}

/** Everything that a change of makes a built program out of date. */
export function inputsOf(program: Program): string[] {
  const others = Object.values(programs).filter((other) => other.name !== program.name);
  const sources = fs
    .readdirSync(path.join(root, "src"))
    .map((name) => `src/${name}`)
    .filter((entry) => !others.some((other) => other.folder === entry));
  const rest = [...program.resources, "packaging", "package.json", "package-lock.json"];
  return [...sources, ...rest].map((name) => path.join(root, name));
}
