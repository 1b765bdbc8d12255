import ICAL from "ical.js";

/** The text of a property of one value (FN, TEL …), its escapes undone. */
export function textValue(written: string, version: string): string {
  const value = version === "2.1" ? escaped21(written) : written;
  // Many programs escape more than the standard asks for, and ical.js takes only what it asks for.
  const plain = value.replace(/\\([^])/g, (escape, mark: string) => (/[;:"]/.test(mark) ? mark : escape));
  return parsed("FN", plain)[0] ?? "";
}

/** The parts of a structured property (N, ORG), each with its own values joined by a space. */
export function textParts(name: "N" | "ORG", written: string, version: string): readonly string[] {
  return parsed(name, version === "2.1" ? escaped21(written) : written);
}

/** Writes one property of text, or of parts, escaped and folded as vCard 4.0 has it. */
export function writeProperty(
  name: string,
  parameters: Readonly<Record<string, string>>,
  value: string | string[],
): string {
  return ICAL.stringify.property([name, { ...parameters }, "text", value], ICAL.design.vcard, false);
}

function parsed(name: "FN" | "N" | "ORG", value: string): string[] {
  const [, , , found] = ICAL.parse.property(`${name}:${value}`, ICAL.design.vcard) as unknown as [
    string,
    object,
    string,
    string | (string | string[])[],
  ];
  return (Array.isArray(found) ? found : [found]).map((part) =>
    Array.isArray(part) ? part.join(" ") : part,
  );
}

// 2.1 escapes nothing but ";", and writes a line break as one inside quoted-printable.
function escaped21(value: string): string {
  return value.replace(/\\[;,\\]|\\|,|\r\n|\n|\r/g, (found) => {
    if (/^\\./.test(found)) return found;
    if (found === "\\" || found === ",") return `\\${found}`;
    return "\\n";
  });
}
