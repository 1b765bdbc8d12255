import fs from "node:fs";

/**
 * Replaces a file as a whole: a reader sees the old text or the new, never half of one. Only its owner may
 * read it, and only one process may write it. Throws the system's error.
 */
export function replaceFile(file: string, content: string): void {
  const fresh = `${file}.new`;
  try {
    fs.writeFileSync(fresh, content, { mode: 0o600 });
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  }
}
