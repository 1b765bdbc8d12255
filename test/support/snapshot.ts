import fs from "node:fs";
import path from "node:path";

/** Every file under a folder with its content, and every folder: equal before and after means that nothing was changed. */
export function snapshot(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(names.map((name) => [name, contentOf(path.join(folder, name))]));
}

function contentOf(file: string): string {
  return fs.statSync(file).isFile() ? fs.readFileSync(file, "latin1") : "folder";
}
