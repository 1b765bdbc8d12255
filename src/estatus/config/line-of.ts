/**
 * The line (from 1) on which a key of a TOML text stands, for a message; null where that is not plain to see. `place` is the
 * key's path: `["interval"]`, or `["program", 1, "survive"]` for the second `[[program]]`.
 */
export function lineOf(source: string, place: readonly (string | number)[]): number | null {
  const table = place[0] === "program" && typeof place[1] === "number" ? place[1] + 1 : 0;
  const key = place.find(
    (part, index) => typeof part === "string" && (table === 0 ? index === 0 : index === 2),
  );
  let seen = 0;
  let header: number | null = null;
  for (const [index, line] of source.split("\n").entries()) {
    if (/^\s*\[\[\s*program\s*\]\]/.test(line)) {
      seen += 1;
      if (seen === table) header = index + 1;
    } else if (table === 0 && typeof key === "string" && isTable(line, key)) {
      return index + 1;
    } else if (seen === table && typeof key === "string" && startsWithKey(line, key)) return index + 1;
  }
  return header;
}

const isTable = (line: string, key: string) => /^\s*\[\s*([\w-]+)\s*\]/.exec(line)?.[1] === key;

function startsWithKey(line: string, key: string): boolean {
  const start = line.trimStart().replace(/^["']/, "");
  return start.startsWith(key) && /^["']?\s*[=.]/.test(start.slice(key.length));
}
