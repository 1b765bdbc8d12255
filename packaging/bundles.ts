import path from "node:path";
import { bundle } from "./bundle.ts";
import { root } from "./paths.ts";
import { entryOf, type Program } from "./programs.ts";
import type { Bundles } from "./single-executable.ts";

export type BundledProgram = {
  readonly bundles: Bundles;
  /** The source files that went in. */
  readonly modules: readonly string[];
};

/**
 * Bundles a program for a system into `dist/bundle`: once for all commands, and once for each that has a bundle of its
 * own. That is one chunk with nothing in it that only other commands need, and so quicker to take in.
 */
export async function bundleProgram(
  program: Program,
  { platform, aliases }: { readonly platform: NodeJS.Platform; readonly aliases: Program["aliases"] },
): Promise<BundledProgram> {
  const folder = path.join(root, "dist/bundle", platform, program.name);
  const options = { platform, aliases: { ...program.aliases, ...aliases } };
  const all = await bundle(entryOf(program), path.join(folder, "all"), {
    ...options,
    together: program.together,
  });
  const bundles: Record<string, readonly string[]> & Bundles = { "-": all.chunks };
  for (const [command, most] of Object.entries(program.apart)) {
    const own = await bundle(entryOf(program), path.join(folder, command), {
      ...options,
      together: [most],
      without: new RegExp(`^\\./commands/(?!${command}\\.ts$)`),
    });
    bundles[command] = own.chunks;
  }
  return { bundles, modules: all.modules };
}
