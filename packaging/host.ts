import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bundle } from "./bundle.ts";
import { isFresh } from "./freshness.ts";
import { hostExecutable, root } from "./paths.ts";
import type { Program } from "./programs.ts";
import { buildSingleExecutable } from "./single-executable.ts";
import { buildUi } from "./ui.ts";

/** Builds a program for the system this runs on, as `dist/<os>/<name>` with its native addons beside it. */
export async function buildForHost(program: Program): Promise<void> {
  if (program.name === "Agenda") await buildUi();
  const output = hostExecutable(program.name);
  const inputs = [...program.sources, ...program.resources, "packaging"].map((name) => path.join(root, name));
  placeAddons(path.join(path.dirname(output), "native"));
  if (isFresh([output], [...inputs, process.execPath])) return;
  console.log(`building ${path.relative(root, output)}`);
  const main = path.join(root, "dist/bundle", `${program.name}.mjs`);
  await bundle(path.join(root, program.entry), main);
  await buildSingleExecutable({ main, node: process.execPath, output, resources: program.resources });
}

const require = createRequire(import.meta.url);

type Binding = { getPrebuildPath(): string | null };

function placeAddons(folder: string): void {
  const binding = require(path.join(root, "node_modules/better-sqlite3/lib/binding.js")) as Binding;
  const addon = binding.getPrebuildPath();
  if (addon === null) throw new Error(`better-sqlite3 has no addon for ${process.platform}-${process.arch}`);
  const place = path.join(folder, "better_sqlite3.node");
  if (isFresh([place], [addon])) return;
  fs.mkdirSync(folder, { recursive: true });
  // A running program keeps the file it has loaded: replace it, do not write into it.
  fs.rmSync(place, { force: true });
  fs.copyFileSync(addon, place);
}
