import fs from "node:fs";
import path from "node:path";
import { hostKoffi, hostSqlite, placeAddons, webviewFor, type Webview } from "./addons.ts";
import { bundleProgram } from "./bundles.ts";
import { isFresh } from "./freshness.ts";
import { hostExecutable, root } from "./paths.ts";
import { inputsOf, type Program } from "./programs.ts";
import { buildReport } from "./report.ts";
import { buildSingleExecutable } from "./single-executable.ts";
import { buildUi } from "./ui.ts";

/**
 * Builds a program for the system this runs on, as `dist/<os>/<name>` with its native addons beside it.
 * `window` fetches the webview and builds it in; without it Agenda is shown in the browser.
 */
export async function buildForHost(program: Program, options: { window?: boolean } = {}): Promise<void> {
  if (program.name === "Agenda") await buildUi();
  else await buildReport();
  const webview = options.window ? await webviewIfAny() : null;
  const output = hostExecutable(program.name);
  const addons = { ...hostSqlite(), ...hostKoffi(), ...webview?.addons };
  const native = path.join(path.dirname(output), "native");
  placeAddons(addons, native);
  const placed = Object.keys(addons).map((name) => path.join(native, name));
  if (isFresh([output], [...inputsOf(program), ...placed, process.execPath])) return;
  console.log(`building ${path.relative(root, output)}`);
  // Where this build has no window, the next one that wants it must not take the program for fresh.
  if (program.name === "Agenda" && !webview) forgetWindow(native);
  const aliases: Record<string, string> = webview ? { "@webviewjs/webview": webview.module } : {};
  const { bundles } = await bundleProgram(program, { platform: process.platform, aliases });
  await buildSingleExecutable({ bundles, node: process.execPath, output, ...program });
}

function forgetWindow(native: string): void {
  for (const name of fs.readdirSync(native)) {
    if (name.startsWith("webview.")) fs.rmSync(path.join(native, name));
  }
}

// The window is a comfort: without a way to fetch it the programs are built all the same.
async function webviewIfAny(): Promise<Webview | null> {
  try {
    return await webviewFor(`${process.platform}-${process.arch}`);
  } catch (error) {
    console.warn(`building without a window: ${(error as Error).message.split("\n", 1)[0]}`);
    return null;
  }
}
