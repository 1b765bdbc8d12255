import path from "node:path";

const NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: "windows", darwin: "macos" };

/** Where a checkout has the programs that were built for this system: `dist/linux`, `dist/windows` … */
export function builtFolder(): string {
  return path.join(import.meta.dirname, "../dist", NAMES[process.platform] ?? process.platform);
}
