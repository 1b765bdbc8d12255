import { AppError } from "../../app-error.ts";

/** Where a command writes: lines for the user, and how far it has come where a person is looking. */
export type Output = {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Shows a sentence in place of the last one, now and then and only where somebody looks; null takes it away. */
  readonly progress: (sentence: (() => string) | null) => void;
};

/** The process's own output. Progress goes to the terminal only, never into a pipe or a file. */
export function processOutput(): Output {
  const { stdout, stderr } = process;
  let shown = "";
  let at = 0;
  return {
    say: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    progress(sentence) {
      if (!stderr.isTTY || (sentence && performance.now() - at < 100)) return;
      at = performance.now();
      const line = sentence?.() ?? "";
      stderr.write(`\r${line.padEnd(shown.length)}${line === "" ? "\r" : ""}`);
      shown = line;
    },
  };
}

// What is wrong with these is what was asked for; with any other, what was found there.
const badUsage = new Set([
  "no-file",
  "is-folder",
  "import-unknown",
  "export-unknown",
  "export-pickle",
  "no-folder",
]);

/** Runs a command's work and gives its exit code: 0 done, 1 failed, 2 bad usage, with a sentence for each. */
export async function exitCodeOf(output: Output, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    output.progress(null);
    output.complain(`${error.message} ${error.hint}`);
    if (process.env["ESTATUS_DEBUG"]) console.error(error);
    return badUsage.has(error.code) ? 2 : 1;
  }
}
