import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The folder the user's downloads go to; their home where there is none. */
export function downloadsFolder(): string {
  const home = os.homedir();
  const candidates = [namedByDesktop(home), path.join(home, "Downloads")];
  return candidates.find((folder) => folder !== null && isFolder(folder)) ?? home;
}

// Linux desktops call the folder by a word of the user's language, and keep that word in a small file.
function namedByDesktop(home: string): string | null {
  const place = process.env["XDG_CONFIG_HOME"] || path.join(home, ".config");
  try {
    const lines = fs.readFileSync(path.join(place, "user-dirs.dirs"), "utf8");
    const named = /^XDG_DOWNLOAD_DIR="(.*)"$/m.exec(lines)?.[1];
    return named?.replace(/^\$HOME(?=\/|$)/, () => home) ?? null;
  } catch {
    return null;
  }
}

const isFolder = (folder: string) => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A file of that name in a folder, numbered where there is one already: `name (2).csv`. */
export function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    if (!fs.existsSync(file)) return file;
  }
}
