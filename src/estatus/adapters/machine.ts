import { AppError } from "../../app-error.ts";
import { text } from "../../locales/check.ts";
import type { Machine } from "./ports.ts";

/** The adapter for this operating system; the others are never loaded. */
export async function thisMachine(): Promise<Machine> {
  if (process.platform === "linux") return (await import("./machine-linux.ts")).linuxMachine();
  if (process.platform === "win32") return (await import("./machine-windows.ts")).windowsMachine();
  throw new AppError("platform", text().unknownPlatform(process.platform), text().unknownPlatformHint);
}
