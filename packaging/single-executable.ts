import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { listFiles, root } from "./paths.ts";

export type SingleExecutable = {
  /** The bundled program. */
  readonly chunks: readonly string[];
  /** The Node executable it becomes part of; may be another system's. */
  readonly node: string;
  readonly output: string;
  /** Files and folders, relative to the top of the checkout, that the program reads with `readResource`. */
  readonly resources: readonly string[];
  /** Boot flags for Node. */
  readonly flags?: readonly string[];
};

const loader = path.join(import.meta.dirname, "chunk-loader.cjs");

/** Joins a bundle, its resources and a Node into one executable, reproducible byte for byte. */
export async function buildSingleExecutable(wanted: SingleExecutable): Promise<void> {
  const fresh = `${wanted.output}.new`;
  const config = {
    main: loader,
    mainFormat: "commonjs",
    executable: wanted.node,
    output: fresh,
    disableExperimentalSEAWarning: true,
    // A code cache made by another build of Node warns at every start.
    useCodeCache: false,
    // Keeps `--inspect-brk` and the like plain arguments of the program.
    execArgvExtension: "none",
    execArgv: wanted.flags ?? [],
    assets: { ...assetsOf(wanted.resources), ...chunkAssets(wanted.chunks) },
  };
  fs.mkdirSync(path.dirname(wanted.output), { recursive: true });
  const file = `${fresh}.sea.json`;
  fs.writeFileSync(file, JSON.stringify(config));
  await execa(process.execPath, ["--build-sea", file], { stdio: ["ignore", "ignore", "inherit"] });
  fs.rmSync(file);
  fs.chmodSync(fresh, 0o755);
  // A copy that is running cannot be written to, but it can be replaced.
  fs.renameSync(fresh, wanted.output);
}

function assetsOf(resources: readonly string[]): Record<string, string> {
  const files = resources.flatMap((resource) => listFiles(path.join(root, resource)));
  const named = files.map((file) => [path.relative(root, file).replaceAll(path.sep, "/"), file] as const);
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function chunkAssets(chunks: readonly string[]): Record<string, string> {
  return Object.fromEntries(chunks.toSorted().map((chunk) => [`chunks/${path.basename(chunk)}`, chunk]));
}
