/** No input grows longer than this, in bytes, unless its target says so. */
export const LONGEST = 2_048;

// Numbers at which readers go wrong: ends of ranges, of dates, of what a double can hold.
const numbers =
  `0 1 -1 00 01 127 128 255 256 65535 65536 2147483647 2147483648 -2147483648 4294967295 4294967296
  8640000000000000 8640000000000001 253402300799999 253402300800000 9007199254740991 9007199254740992
  9223372036854775807 18446744073709551615 1e308 1e309 1e-7 -0 0.5 NaN Infinity`.split(/\s+/);
const values = ["null", "true", "false", "{}", "[]", '""', '"a"', "[1]", '{"a":1}', '"2026-11-22T10:00:00Z"'];
const nesting = ["[", "{", "(", "<a>", '{"a":', "[[a]]\n", '"', "'", "\\", "=", ";", "\n", "]", "}"];

/**
 * A damaged copy of `input`: one to eight small changes, among them words of the grammar and pieces of `other`.
 * `random` gives [0, 1).
 */
export function mutated(
  input: Buffer,
  other: Buffer,
  words: readonly Buffer[],
  random: () => number,
): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  let now: Buffer = Buffer.from(input);
  const spliced = (from: number, to: number, middle: Uint8Array) =>
    Buffer.concat([now.subarray(0, from), middle, now.subarray(to)]);
  const changes: readonly ((at: number, to: number) => Buffer)[] = [
    (at) => {
      if (now.length > 0) now[at % now.length]! ^= 1 << below(8);
      return now;
    },
    (at) => spliced(at, at + 1, Buffer.of(below(256))),
    (at) => spliced(at, at, Buffer.of(below(256))),
    (at, to) => spliced(at, to, Buffer.alloc(0)),
    (at, to) => spliced(to, to, now.subarray(at, to)),
    (at) => spliced(at, at, pick(words)),
    (at) => {
      const word = pick(words);
      return spliced(at, at + word.length, word);
    },
    (at, to) => spliced(at, to, pick(words)),
    (at) => withOtherValue(now, at, pick(numbers)),
    (at) => withOtherValue(now, at, below(2) === 0 ? pick(values) : `"${String(pick(words))}"`),
    (at, to) => {
      const from = below(other.length + 1);
      return spliced(at, to, other.subarray(from, from + 1 + below(64)));
    },
    (at) => Buffer.concat([now.subarray(0, at), other.subarray(below(other.length + 1))]),
    (at) => spliced(at, at, Buffer.from(pick(nesting).repeat(1 + below(below(4) === 0 ? 400 : 8)))),
  ];
  for (let left = 1 + below(8) * below(2); left > 0; left--) {
    const at = below(now.length + 1);
    now = pick(changes)(at, Math.min(now.length, at + 1 + below(below(2) === 0 ? 4 : 40)));
  }
  return now;
}

// The next number, text in quotes or word of JSON behind `at`, whole: what is left can still be read.
function withOtherValue(input: Buffer, at: number, value: string): Buffer {
  const text = input.toString("latin1");
  const values = /"(?:[^"\\]|\\.)*"|-?\d[\d.]*|\b(?:true|false|null)\b/g;
  values.lastIndex = at;
  const found = values.exec(text);
  if (!found) return Buffer.from(input);
  return Buffer.from(text.slice(0, found.index) + value + text.slice(values.lastIndex), "latin1");
}
