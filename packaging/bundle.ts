import { rolldown } from "rolldown";

/**
 * Bundles `entry` and everything it imports, libraries too, into the one ESM file `output`. What is imported
 * dynamically goes in as well, and is still evaluated only when its import runs. `aliases` gives a module
 * another place; one that is nowhere stays an import that fails where the program asks for it.
 * @returns the files that went in
 */
export async function bundle(
  entry: string,
  output: string,
  aliases: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const build = await rolldown({
    input: entry,
    platform: "node",
    resolve: { alias: { ...aliases } },
    external: OPTIONAL.filter((name) => !(name in aliases)),
    logLevel: "warn",
  });
  const { output: chunks } = await build.write({
    file: output,
    format: "esm",
    codeSplitting: false,
    minify: false,
  });
  await build.close();
  return chunks.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}

// Not among the dependencies: packaging fetches it for the systems that have it.
const OPTIONAL = ["@webviewjs/webview"];
