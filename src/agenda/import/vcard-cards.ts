/** One card of a vCard file: its lines between BEGIN and END, unfolded, and its number in the file, from 1. */
export type Card = {
  readonly row: number;
  readonly lines: readonly string[];
  /** Whether its END is there; without it the file was cut off, and what it says may be half of it. */
  readonly whole: boolean;
  /** Where in the text it ends. */
  readonly end: number;
};

// A property as it lies in the file: its first line and those that go on with it. Joined only at the end, since
// a photo has thousands of lines.
type Property = string[];

/** Parts the text of a vCard file into its cards. Cards inside cards (AGENT in 2.1) are left out. */
export function* cardsIn(text: string): Generator<Card> {
  let properties: Property[] | undefined;
  let row = 0;
  let inside = 0;
  let end = 0;
  for (const line of linesOf(text)) {
    end = line.end;
    if (/^BEGIN:VCARD\s*$/i.test(line.text)) {
      if (properties && /^(?:[\w-]+\.)?AGENT\b/i.test(properties.at(-1)?.[0] ?? "")) inside++;
      else {
        if (properties) yield { row, lines: joined(properties), whole: false, end };
        properties = [];
        row++;
      }
    } else if (/^END:VCARD\s*$/i.test(line.text)) {
      if (inside > 0) inside--;
      else if (properties) {
        yield { row, lines: joined(properties), whole: true, end };
        properties = undefined;
      }
    } else if (properties && inside === 0) addLine(properties, line.text);
  }
  if (properties) yield { row, lines: joined(properties), whole: false, end };
}

// Quoted-printable goes on after a line that ends in "=", everything else where a line begins with a blank.
function addLine(properties: Property[], line: string): void {
  const last = properties.at(-1);
  if (last && (isSoftBreak(last, last.length - 1) || /^[ \t]/.test(line))) last.push(line);
  else properties.push([line]);
}

function isSoftBreak(property: Property, index: number): boolean {
  return property[index]!.endsWith("=") && /^[^:]*QUOTED-PRINTABLE/i.test(property[0]!);
}

// 2.1 folds where there is a blank anyway and keeps it; later versions put one in.
function joined(properties: readonly Property[]): string[] {
  const keepsBlank = properties.some(([first]) => /^VERSION:2\.1/i.test(first!));
  return properties.map((property) =>
    property
      .map((line, index) => {
        const text = isSoftBreak(property, index) ? line.slice(0, -1) : line;
        if (index === 0 || isSoftBreak(property, index - 1)) return text;
        return keepsBlank ? ` ${text.trimStart()}` : text.slice(1);
      })
      .join(""),
  );
}

function* linesOf(text: string): Generator<{ text: string; end: number }> {
  const breaks = /\r\n|\n|\r/g;
  let from = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield { text: text.slice(from, found.index), end: breaks.lastIndex };
    from = breaks.lastIndex;
  }
  if (from < text.length) yield { text: text.slice(from), end: text.length };
}
