import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { execa } from "execa";
import { listFiles, root } from "./paths.ts";

export type SingleExecutable = {
  /** The program's name, under which it keeps what V8 made of its chunks. */
  readonly name: string;
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
    assets: { ...assetsOf(wanted.resources), ...chunkAssets(wanted.chunks), build: `${fresh}.build` },
  };
  fs.mkdirSync(path.dirname(wanted.output), { recursive: true });
  const file = `${fresh}.sea.json`;
  fs.writeFileSync(config.assets.build, `${wanted.name} ${buildOf(wanted)}`);
  fs.writeFileSync(file, JSON.stringify(config));
  await execa(process.execPath, ["--build-sea", file], { stdio: ["ignore", "ignore", "inherit"] });
  fs.rmSync(file);
  fs.rmSync(config.assets.build);
  await rewrite(fresh);
  fs.chmodSync(fresh, 0o755);
  // A copy that is running cannot be written to, but it can be replaced.
  fs.renameSync(fresh, wanted.output);
}

// What is written in one piece lies in memory in large pieces too, each of which counts whole for every run that touches
// a part of it: 36 MB more of resident memory until the file is read from the disk again.
async function rewrite(file: string): Promise<void> {
  const whole = `${file}.whole`;
  fs.renameSync(file, whole);
  await pipeline(fs.createReadStream(whole), fs.createWriteStream(file));
  fs.rmSync(whole);
}

// What V8 made of one build's chunks is of no use to another's.
function buildOf({ chunks, flags }: SingleExecutable): string {
  const hash = createHash("sha256").update(JSON.stringify([process.version, flags]));
  for (const chunk of chunks.toSorted())
    hash.update(`${path.basename(chunk)}\0`).update(fs.readFileSync(chunk));
  return hash.digest("hex").slice(0, 16);
}

function assetsOf(resources: readonly string[]): Record<string, string> {
  const files = resources.flatMap((resource) => listFiles(path.join(root, resource)));
  const named = files.map((file) => [path.relative(root, file).replaceAll(path.sep, "/"), file] as const);
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function chunkAssets(chunks: readonly string[]): Record<string, string> {
  return Object.fromEntries(chunks.toSorted().map((chunk) => [`chunks/${path.basename(chunk)}`, chunk]));
}
