import fs from "node:fs";

/** Appends text to a file of its owner's and waits for the disk; never through a link that somebody laid there. Throws. */
export function appendTo(file: string, text: string): void {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = fs.constants;
  const fd = fs.openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    // All of it, or an error: a nearly full disk takes a part, and says so only to who writes on.
    fs.writeFileSync(fd, text);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
