import fs from "node:fs";

/** The file behind all links; the path itself where there is none. */
export function realPath(file: string): string {
  try {
    // The system's own: what Node does by itself takes 0.2 ms a path.
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}
