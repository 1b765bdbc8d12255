import fs from "node:fs";

const STDOUT = 1;
let leftToStream = false;

/**
 * Writes a line to stdout at once, without the stream that Node would build for it: a few milliseconds of a
 * check. A program without a console has no stdout, and then nothing is said.
 */
export function say(line: string): void {
  // Bytes on a Windows console are taken for its old code page; the stream writes them as the text they are. Asked
  // only there, because loading tty would cost every check 6 ms.
  if (process.platform === "win32" && process.getBuiltinModule("node:tty").isatty(STDOUT)) {
    leftToStream = true;
    process.stdout.write(`${line}\n`);
    return;
  }
  let rest = Buffer.from(`${line}\n`);
  try {
    while (rest.length > 0) rest = rest.subarray(fs.writeSync(STDOUT, rest));
  } catch (error) {
    // A pipe that is full for now takes the rest later; one that is closed takes nothing.
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
    leftToStream = true;
    process.stdout.write(rest);
  }
}

/** Whether all that was said has been written, so that the process may end at once. */
export function allSaid(): boolean {
  return !leftToStream;
}
