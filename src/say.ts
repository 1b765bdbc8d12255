import fs from "node:fs";

const STDOUT = 1;
/** Whether Node's stream for stdout has text to write. */
let leftToStream = false;
/** The same of stderr, on Windows. */
let complained = false;

/** What became of text for stdout: "full" where the next one had better wait, "closed" where nobody reads. */
export type Written = "written" | "full" | "closed";

/**
 * Writes text to stdout at once, without the stream that Node would build for it: a few milliseconds of a check.
 * @throws Error of the system where what is read into takes nothing, such as a file on a full disk
 */
export function write(text: string): Written {
  // Bytes on a Windows console are taken for its old code page; the stream writes them as the text they are.
  if (leftToStream || (process.platform === "win32" && isTerminal())) return writeByStream(text);
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(fs.writeSync(STDOUT, rest));
    return "written";
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // A pipe that is full for now takes the rest later.
    if (code === "EAGAIN") return writeByStream(rest);
    // A reader that went away, or a program without a console.
    if (["EPIPE", "EBADF", "EOF"].includes(code)) return "closed";
    throw error;
  }
}

function writeByStream(text: string | Buffer): Written {
  if (!leftToStream) process.stdout.on("error", () => undefined);
  leftToStream = true;
  if (process.stdout.destroyed) return "closed";
  return process.stdout.write(text) ? "written" : "full";
}

/**
 * Writes a line to stdout for a command that does nothing else; a reader that went away has read enough.
 * @throws Error of the system where what is read into takes nothing
 */
export function print(line: string): void {
  write(`${line}\n`);
}

/** Writes a line to stdout. Where that fails, nothing is said. */
export function say(line: string): void {
  try {
    print(line);
  } catch {
    // What was to be done is done all the same.
  }
}

/** Writes a line to stderr. Where that fails, nothing is said. */
export function complain(line: string): void {
  writeToStderr(`${line}\n`);
}

/** Writes text to stderr, where there is one: a program with a window may have none, or one whose reader has gone. */
export function writeToStderr(text: string): void {
  try {
    // Elsewhere stderr is written before the call returns.
    complained ||= process.platform === "win32";
    if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => undefined);
    process.stderr.write(text);
  } catch {
    // Nobody listens.
  }
}

/** Whether all that was said has been written, so that the process may end at once. */
export function allSaid(): boolean {
  return !leftToStream && !complained;
}

/** Whether a person reads along, as far as the kind of file tells; loading tty to be sure would cost every command 6 ms. */
function isTerminal(): boolean {
  try {
    return fs.fstatSync(STDOUT).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Whether text for stdout may be coloured: on a terminal, unless NO_COLOR says otherwise. */
export function wantsColour(): boolean {
  return isTerminal() && !process.env["NO_COLOR"];
}

/** How many columns text for stdout may fill: a terminal's own, else 80. */
export function outputWidth(): number {
  return (isTerminal() && process.stdout.columns) || 80;
}
