import fs from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";
import { nodeAsIs } from "./node-as-is.ts";

export type Bundle = {
  /** The chunks, the first of which is `main.cjs`. */
  readonly chunks: readonly string[];
  /** The source files that went in. */
  readonly modules: readonly string[];
};

export type BundleOptions = {
  /** The system it is for: what only another one runs is left out. */
  readonly platform?: NodeJS.Platform;
  /** Gives a module another place; one that is nowhere stays an import that fails where it is asked for. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Files that most runs need, each with all it imports: they become one chunk. */
  readonly together?: readonly RegExp[];
  /** What is not in it, by how an import names it: that import fails where it is asked for. */
  readonly without?: RegExp;
};

/**
 * Bundles `entry` and everything it imports, libraries too, into `folder`: one CommonJS chunk for what every run
 * needs, and one for each thing that is imported dynamically, so that a run compiles only what it uses. CommonJS,
 * because an ESM bundle would load all of Node's modules that any chunk asks for before its first line.
 */
export async function bundle(
  entry: string,
  folder: string,
  { platform = process.platform, aliases = {}, together = [], without }: BundleOptions = {},
): Promise<Bundle> {
  fs.rmSync(folder, { recursive: true, force: true });
  const build = await rolldown({
    input: { main: entry },
    platform: "node",
    resolve: { alias: { ...aliases } },
    external: [...OPTIONAL.filter((name) => !(name in aliases)), ...(without ? [without] : [])],
    logLevel: "warn",
    // What is in the chunk of all runs is there already when it is asked for.
    checks: { ineffectiveDynamicImport: false },
    plugins: [nodeAsIs],
    // Reading a name of one of Node's modules does nothing else.
    transform: { define: { "process.platform": JSON.stringify(platform) } },
    treeshake: { propertyReadSideEffects: false },
  });
  const { output } = await build.write({
    dir: folder,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    minify: false,
    comments: false,
    // Nobody asks a chunk what it is.
    generatedCode: { symbols: false },
    codeSplitting: { groups: together.map((test, index) => ({ name: `together-${index}`, test })) },
  });
  await build.close();
  const chunks = output.filter((file) => file.type === "chunk");
  return {
    chunks: chunks.map((chunk) => path.join(folder, chunk.fileName)),
    modules: chunks.flatMap((chunk) => chunk.moduleIds).filter((id) => !id.startsWith("\0")),
  };
}

// Not among the dependencies: packaging fetches it for the systems that have it.
const OPTIONAL = ["@webviewjs/webview"];
