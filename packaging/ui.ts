import fs from "node:fs";
import path from "node:path";
import { isFresh } from "./freshness.ts";
import { root } from "./paths.ts";

const source = path.join(root, "src/agenda/ui");
const output = path.join(root, "dist/ui");

/** Builds Agenda's page into `dist/ui`, where the server reads it; nothing to do where it is up to date. */
export async function buildUi(): Promise<void> {
  const inputs = [source, path.join(root, "src/locales"), path.join(root, "package-lock.json")];
  if (isFresh([path.join(output, "index.html")], inputs)) return;
  console.log("building dist/ui");
  // What a failed build leaves behind must not look up to date.
  fs.rmSync(output, { recursive: true, force: true });
  const { build } = await import("vite");
  await build({ configFile: path.join(source, "vite.config.ts"), logLevel: "warn" });
}

if (import.meta.main) await buildUi();
