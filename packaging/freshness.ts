import fs from "node:fs";
import path from "node:path";

/**
 * Whether every output is there and no input is newer than the oldest of them. A folder counts with everything
 * in it, and with its own time, which a deletion inside it moves. An input that is missing is ignored.
 */
export function isFresh(outputs: readonly string[], inputs: readonly string[]): boolean {
  if (!outputs.every((output) => fs.existsSync(output))) return false;
  const oldestOutput = Math.min(...outputs.map((output) => fs.statSync(output).mtimeMs));
  return newestTime(inputs) <= oldestOutput;
}

function newestTime(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((entry) => fs.existsSync(entry)).map(timeOf));
}

function timeOf(entry: string): number {
  const stat = fs.statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const within = fs.readdirSync(entry).map((name) => path.join(entry, name));
  return Math.max(stat.mtimeMs, newestTime(within));
}
