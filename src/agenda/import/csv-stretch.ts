/** Where a stretch of a CSV text ends, and whether anything in it is quoted. */
export type Stretch = { readonly end: number; readonly quoted: boolean };

/**
 * Cuts a CSV text at line breaks outside quotes, which is where an even number of quotes lies before. Asked
 * for stretches from the front to the back it remembers the next quote, so that all of them together cost one
 * pass. Quotes that do not close within `longest` characters are left to the one who reads the stretch.
 */
export function stretchesOf(text: string, longest: number): (from: number, length: number) => Stretch {
  let sought = 0;
  let known = -1;
  const quoteFrom = (at: number): number => {
    if (at < sought || known < at) {
      sought = at;
      known = text.indexOf('"', at);
      if (known === -1) known = text.length;
    }
    return known;
  };
  return (from, length) => {
    const limit = from + length + longest;
    let end = lineEnd(text, from + length);
    let quotes = 0;
    for (let at = quoteFrom(from); at < end || (quotes % 2 === 1 && at < limit); at = quoteFrom(at + 1)) {
      if (at === text.length) return { end: at, quoted: true };
      quotes++;
      if (at >= end) end = lineEnd(text, at);
    }
    return { end, quoted: quotes > 0 };
  };
}

/** Just behind the first line break at or after `from`. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  if (feed !== -1) return feed + 1;
  // Old Macintosh programs end lines with CR alone.
  const back = text.indexOf("\r", from);
  return back === -1 ? text.length : back + 1;
}
