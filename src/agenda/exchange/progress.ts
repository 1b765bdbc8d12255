import { monotonic } from "../../monotonic.ts";
import { writeToStderr } from "../../say.ts";

/** How far a command has come, for a person who looks at a terminal; nothing of it goes into a pipe or a file. */
export type Progress = {
  /** Shows a sentence in place of the last one, now and then. */
  readonly show: (sentence: () => string) => void;
  /** Takes the sentence away. */
  readonly clear: () => void;
};

// Often enough for the eye, in milliseconds, and too seldom to cost anything.
const every = 100;

/** Shows progress in one line of stderr. */
export function terminalProgress(): Progress {
  let shown = "";
  let at = -Infinity;
  const write = (line: string) => {
    writeToStderr(`\r${line.padEnd(shown.length)}${line === "" ? "\r" : ""}`);
    shown = line;
  };
  return {
    show(sentence) {
      if (!process.stderr.isTTY || monotonic() - at < every) return;
      at = monotonic();
      write(sentence());
    },
    clear: () => shown !== "" && write(""),
  };
}
