import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { execa } from "execa";
import { chunkText } from "./chunk-text.ts";
import { listFiles, root } from "./paths.ts";

export type SingleExecutable = {
  /** The program's name, under which it keeps what V8 made of its chunks. */
  readonly name: string;
  /** The bundled program's chunks: `-` for every command that has no bundle of its own. */
  readonly bundles: Bundles;
  /** The Node executable it becomes part of; may be another system's. */
  readonly node: string;
  readonly output: string;
  /** Files and folders, relative to the top of the checkout, that the program reads with `readResource`. */
  readonly resources: readonly string[];
  /** Boot flags for Node. */
  readonly flags?: readonly string[];
};

const loader = path.join(import.meta.dirname, "chunk-loader.cjs");

/** Chunks, the files of a bundle, by the command that it is for. */
export type Bundles = { readonly "-": readonly string[]; readonly [command: string]: readonly string[] };

/** Joins a program's bundles, its resources and a Node into one executable, reproducible byte for byte. */
export async function buildSingleExecutable(wanted: SingleExecutable): Promise<void> {
  const fresh = `${wanted.output}.new`;
  const parts = `${fresh}.parts`;
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
    assets: { ...assetsOf(wanted.resources), ...writeChunks(wanted, parts) },
  };
  const file = path.join(parts, "sea.json");
  fs.writeFileSync(file, JSON.stringify(config));
  await execa(process.execPath, ["--build-sea", file], { stdio: ["ignore", "ignore", "inherit"] });
  fs.rmSync(parts, { recursive: true });
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

function assetsOf(resources: readonly string[]): Record<string, string> {
  const files = resources.flatMap((resource) => listFiles(path.join(root, resource)));
  const named = files.map((file) => [path.relative(root, file).replaceAll(path.sep, "/"), file] as const);
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

// The texts that go in, and what tells the build: what V8 made of one build's chunks is of no use to another's.
function writeChunks({ name, bundles, flags }: SingleExecutable, folder: string): Record<string, string> {
  const assets: Record<string, string> = {};
  const hash = createHash("sha256").update(JSON.stringify([process.version, flags]));
  const write = (asset: string, text: string): void => {
    assets[asset] = path.join(folder, asset);
    fs.mkdirSync(path.dirname(assets[asset]), { recursive: true });
    fs.writeFileSync(assets[asset], text);
  };
  for (const [command, chunks] of Object.entries(bundles)) {
    for (const chunk of chunks.toSorted()) {
      const asset = `chunks/${command}/${path.basename(chunk)}`;
      const text = chunkText(fs.readFileSync(chunk, "utf8"));
      hash.update(`${asset}\0`).update(text);
      write(asset, text);
    }
  }
  const own = Object.keys(bundles).filter((command) => command !== "-");
  write("build", [name, hash.digest("hex").slice(0, 16), ...own].join(" "));
  return assets;
}
