import fs from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";

export type Bundle = {
  /** The chunks, the first of which is `main.cjs`. */
  readonly chunks: readonly string[];
  /** The source files that went in. */
  readonly modules: readonly string[];
};

/**
 * Bundles `entry` and everything it imports, libraries too, into `folder`: one CommonJS chunk for what every run
 * needs, and one for each thing that is imported dynamically, so that a run compiles only what it uses. CommonJS,
 * because an ESM bundle would load all of Node's modules that any chunk asks for before its first line.
 * `aliases` gives a module another place; one that is nowhere stays an import that fails where it is asked for.
 */
export async function bundle(
  entry: string,
  folder: string,
  aliases: Readonly<Record<string, string>> = {},
): Promise<Bundle> {
  fs.rmSync(folder, { recursive: true, force: true });
  const build = await rolldown({
    input: { main: entry },
    platform: "node",
    resolve: { alias: { ...aliases } },
    external: OPTIONAL.filter((name) => !(name in aliases)),
    logLevel: "warn",
  });
  const { output } = await build.write({
    dir: folder,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    minify: false,
  });
  await build.close();
  const chunks = output.filter((file) => file.type === "chunk");
  return {
    chunks: chunks.map((chunk) => path.join(folder, chunk.fileName)),
    modules: chunks.flatMap((chunk) => chunk.moduleIds),
  };
}

// Not among the dependencies: packaging fetches it for the systems that have it.
const OPTIONAL = ["@webviewjs/webview"];
