import { spawn } from "node:child_process";
import type { Guarded } from "./guarded.ts";

/** Starts a program the way a user would, past the checker. Its home ends it. */
export function startProgram({ executable, arguments: words = [] }: Guarded): { readonly pid: number } {
  const child = spawn(executable, words, { stdio: "ignore", detached: true });
  child.unref();
  return { pid: child.pid! };
}
