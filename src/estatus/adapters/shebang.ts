import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../../app-error.ts";

/** What the first line of a script has it run with. */
export type Shebang = {
  /** A path, or for `env` a name (`node` for `#!/usr/bin/env node`). */
  readonly interpreter: string;
  /** What the interpreter is told before the script. */
  readonly options: readonly string[];
};

const ELF = "\u007fELF";
const SHELL = "/bin/sh";

/** The first line of a script, or what stands for it; null for no script, and for what nobody may read. Throws where that cannot be told. */
export function shebangOf(file: string): Shebang | null {
  const begins = firstBytes(file);
  const words = /^#![ \t]*(\S+)(?:[ \t]+(.*))?/.exec(begins);
  // What the kernel knows no way to run is handed to the shell (posix-spawn.ts).
  if (words === null)
    return begins === "" || begins.startsWith(ELF) ? null : { interpreter: SHELL, options: [] };
  const interpreter = words[1]!;
  const rest = (words[2] ?? "").trimEnd();
  // Linux hands over all the rest as one word.
  if (path.basename(interpreter) !== "env") return { interpreter, options: rest === "" ? [] : [rest] };
  const asked = rest.split(/\s+/);
  const command = asked.findIndex((word) => word !== "" && !word.startsWith("-") && !word.includes("="));
  return command < 0 ? null : { interpreter: asked[command]!, options: asked.slice(command + 1) };
}

/** Where an interpreter may lie: of a name, wherever it is in the PATH, for another PATH may have found it there. */
export function placesOf(interpreter: string): string[] {
  if (interpreter.includes("/")) return [interpreter];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter(path.isAbsolute);
  return folders.map((folder) => path.join(folder, interpreter));
}

// Not so a disk that is broken or a table of handles that is full: a script taken for none is looked for in vain.
const NO_SCRIPT = /^(ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|ELOOP|ENAMETOOLONG|ENXIO)$/;

function firstBytes(file: string): string {
  const buffer = Buffer.alloc(256);
  try {
    const fd = fs.openSync(file, "r");
    try {
      return buffer.toString("utf8", 0, fs.readSync(fd, buffer, 0, buffer.length, 0));
    } finally {
      fs.closeSync(fd);
    }
  } catch (error) {
    if (NO_SCRIPT.test(codeOf(error))) return "";
    throw error;
  }
}
