/**
 * Splits a command line's arguments as the C runtime and CommandLineToArgvW do, written from their published
 * rules, independently of how the program joins them.
 */
export function splitCommandLine(line: string): string[] {
  const args: string[] = [];
  let current: string | null = null;
  let quoted = false;
  for (let i = 0; i < line.length;) {
    const backslashes = /^\\*/.exec(line.slice(i))![0].length;
    const next = line[i + backslashes];
    if (backslashes > 0) {
      const literal = next === '"' ? Math.floor(backslashes / 2) : backslashes;
      current = (current ?? "") + "\\".repeat(literal);
      i += backslashes;
      if (next === '"' && backslashes % 2 === 1) {
        current += '"';
        i += 1;
      }
      continue;
    }
    if (next === '"') {
      quoted = !quoted;
      current ??= "";
    } else if (!quoted && (next === " " || next === "\t")) {
      if (current !== null) args.push(current);
      current = null;
    } else {
      current = (current ?? "") + next;
    }
    i += 1;
  }
  if (current !== null) args.push(current);
  return args;
}
