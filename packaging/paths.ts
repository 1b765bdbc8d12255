import fs from "node:fs";
import path from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { builtFolder } from "../src/built-folder.ts";

/** The top of the checkout. */
export const root = path.join(import.meta.dirname, "..");

/** What `npm run package:installer` makes. */
export const installerFile = path.join(root, `dist/Estatus-${packageJson.version}-setup.exe`);

/** A program's executable in `dist/`, for the system this runs on. */
export function hostExecutable(program: string): string {
  const extension = process.platform === "win32" ? ".exe" : "";
  return path.join(builtFolder(), program + extension);
}

/** Every file at or under `entry`, in a fixed order; none where it does not exist. */
export function listFiles(entry: string): string[] {
  if (!fs.existsSync(entry)) return [];
  if (!fs.statSync(entry).isDirectory()) return [entry];
  return fs
    .readdirSync(entry)
    .toSorted()
    .flatMap((name) => listFiles(path.join(entry, name)));
}

/**
 * What was packaged into `folder`, in a fixed order. A program that was run from there leaves what V8 compiled
 * beside itself (chunk-loader.cjs), which belongs to that machine alone.
 */
export function packagedFiles(folder: string): string[] {
  const compiled = path.join(folder, "compiled") + path.sep;
  return listFiles(folder).filter((file) => !file.startsWith(compiled));
}
