/** Where a command writes: lines for the user, and how far it has come where a person is looking. */
export type Output = {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Shows a sentence in place of the last one, now and then and only where somebody looks; null takes it away. */
  readonly progress: (sentence: (() => string) | null) => void;
};

/** The process's own output. Progress goes to the terminal only, never into a pipe or a file. */
export function processOutput(): Output {
  let shown = "";
  let at = 0;
  for (const stream of ["stdout", "stderr"] as const) quietly(() => process[stream].on("error", () => {}));
  return {
    say: (line) => write("stdout", `${line}\n`),
    complain: (line) => write("stderr", `${line}\n`),
    progress(sentence) {
      if (!isTerminal() || (sentence && performance.now() - at < 100)) return;
      at = performance.now();
      const line = sentence?.() ?? "";
      write("stderr", `\r${line.padEnd(shown.length)}${line === "" ? "\r" : ""}`);
      shown = line;
    },
  };
}

function write(stream: "stdout" | "stderr", text: string): void {
  quietly(() => process[stream].write(text));
}

function isTerminal(): boolean {
  return quietly(() => process.stderr.isTTY) ?? false;
}

// A program with a window of its own may have no output at all, or one whose reader has gone.
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
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
    const { refusalOf } = await import("../refusal.ts");
    const { code, message, hint } = refusalOf(error).refusal.error;
    output.progress(null);
    output.complain(`${message} ${hint}`);
    if (process.env["ESTATUS_DEBUG"]) console.error(error);
    return badUsage.has(code) ? 2 : 1;
  }
}
