// Control characters move a terminal's cursor or worse; direction marks let a text lie about its own order.
const harmful = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

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
