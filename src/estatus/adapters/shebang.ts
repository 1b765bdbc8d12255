import fs from "node:fs";
import path from "node:path";

/** The interpreter a script names in its first line (`node` for `#!/usr/bin/env node`), or null for no script. */
export function interpreterOf(file: string): string | null {
  const words = /^#![ \t]*(\S+)(?:[ \t]+(.*))?/.exec(firstBytes(file));
  if (words === null) return null;
  const [, interpreter, rest = ""] = words;
  if (path.basename(interpreter!) !== "env") return interpreter!;
  return (
    rest.split(/\s+/).find((word) => word !== "" && !word.startsWith("-") && !word.includes("=")) ?? null
  );
}

function firstBytes(file: string): string {
  const buffer = Buffer.alloc(256);
  try {
    const fd = fs.openSync(file, "r");
    try {
      return buffer.toString("utf8", 0, fs.readSync(fd, buffer, 0, buffer.length, 0));
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    return "";
  }
}
