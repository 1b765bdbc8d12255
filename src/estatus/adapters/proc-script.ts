import fs from "node:fs";
import path from "node:path";
import { readProc } from "./proc-file.ts";
import { realPath } from "./real-path.ts";
import { placesOf, shebangOf } from "./shebang.ts";

/** Names of the executables a script may run as; none for a program that is no script. */
export function interpretersOf(file: string): string[] {
  const shebang = shebangOf(file);
  if (shebang === null) return [];
  return [shebang.interpreter, ...placesOf(shebang.interpreter).map(realPath)].map((one) =>
    path.basename(one),
  );
}

/**
 * Which of `paths`, that all lead to one file, a process that shows `exe` as its executable runs as a script: one that
 * is told of the script, after no more than the options in its first line, and is what that line names. null for none.
 */
export function scriptOf(pid: number, exe: string, paths: readonly string[]): string | null {
  const shebang = shebangOf(paths[0]!);
  if (shebang === null) return null;
  const { interpreter, options } = shebang;
  const [, ...words] = readProc(pid, "cmdline")?.split("\0") ?? [];
  const places = options.every((option, at) => words[at] === option) ? [0, options.length] : [0];
  const script = places
    .map((at) => fileOf(pid, words[at]))
    .flatMap((file) => (file === null ? [] : [file, realPath(file)]))
    .find((file) => paths.includes(file));
  return script !== undefined && runs(exe, interpreter) ? script : null;
}

// Who started it may have said where it is from the folder he was in.
function fileOf(pid: number, word: string | undefined): string | null {
  if (!word || path.isAbsolute(word)) return word || null;
  try {
    return path.join(fs.readlinkSync(`/proc/${pid}/cwd`), word);
  } catch {
    return null;
  }
}

const runs = (exe: string, interpreter: string) =>
  interpreter === path.basename(exe) || placesOf(interpreter).some((place) => realPath(place) === exe);
