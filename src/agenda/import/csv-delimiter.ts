// In the order of how seldom each one stands inside a name: where two fit equally well, the first wins.
const candidates = ["\t", ";", "|", ","];

export type Delimited = {
  readonly delimiter: string;
  /** Where the first record begins: after the `sep=;` line that Excel understands, if there is one. */
  readonly start: number;
};

/** What parts the cells of a CSV text: what its own `sep=` line says, else what its first lines agree on. */
export function delimiterOf(text: string): Delimited {
  const said = /^sep=(.)\r?\n?/i.exec(text);
  if (said) return { delimiter: said[1]!, start: said[0].length };
  const lines = firstLines(text);
  let best = { delimiter: ",", fit: 0 };
  for (const delimiter of candidates) {
    const fit = fitOf(lines.map((line) => line.split(delimiter).length - 1));
    if (fit > best.fit) best = { delimiter, fit };
  }
  return { delimiter: best.delimiter, start: 0 };
}

// The share of lines that have as many of a delimiter as most lines have, none not counting as a number.
function fitOf(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values()) / Math.max(1, counts.length);
}

// What is quoted says nothing about the delimiter, and may hold line breaks.
function firstLines(text: string): string[] {
  return text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*(?:"|$)/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 50);
}
