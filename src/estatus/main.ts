#!/usr/bin/env node
import { AppError } from "../app-error.ts";

// The only file that sets an exit code. A bad word to `check` is 3 (unknown), because its 2 means "down".
const isCheck = process.argv.slice(2).find((word) => !word.startsWith("-")) === "check";

try {
  const { runCommandLine } = await import("./command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} catch (error) {
  process.exitCode = isCheck ? 3 : error instanceof AppError && isUsage(error) ? 2 : 1;
  const { explain } = await import("../explain-error.ts");
  process.stderr.write(explain(error));
}

function isUsage(error: AppError): boolean {
  return ["usage", "bad-usage", "config"].includes(error.code);
}
