// Control characters move a terminal's cursor or worse; direction marks let a text lie about its own order; half
// a surrogate pair is no character at all.
const harmful =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from outside (names, errors, reasons) with what could hurt or fool a terminal spelt out as `\u001b`. */
export function printable(text: string): string {
  return text.replace(harmful, unicodeEscape);
}

/** JSON text that is also safe to look at: the same characters as `\u` escapes, which mean the same in JSON. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(harmful, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
