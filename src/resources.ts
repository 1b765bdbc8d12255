import fs from "node:fs";
import path from "node:path";
import { getAsset, getAssetKeys, isSea } from "node:sea";

// From source the files lie in the checkout; in a single executable the same names are embedded assets.
const root = path.join(import.meta.dirname, "..");

/** Text of a file that ships with the program, named by its path from the top of the sources. */
export function readResource(name: string): string {
  return isSea() ? getAsset(name, "utf8") : fs.readFileSync(path.join(root, name), "utf8");
}

/** Names of the shipped files in `folder` that end in `extension`, sorted. */
export function listResources(folder: string, extension: string): string[] {
  const names = isSea()
    ? getAssetKeys().filter((key) => path.posix.dirname(key) === folder)
    : fs.readdirSync(path.join(root, folder)).map((name) => path.posix.join(folder, name));
  return names.filter((name) => name.endsWith(extension)).toSorted();
}
