import { isUtf8 } from "node:buffer";

/** A property of a card. `value` is as it stands in the file, but for quoted-printable, which is decoded. */
export type CardLine = {
  readonly name: string;
  /** What it has in common with the lines that say more about it ("item1"); "" where there is no such. */
  readonly group: string;
  readonly types: readonly string[];
  readonly isUri: boolean;
  readonly value: string;
};

/**
 * Takes one unfolded line apart. ical.js does not know vCard 2.1, so its ways are understood here: parameters
 * without a name (`TEL;CELL:`), ENCODING=QUOTED-PRINTABLE and CHARSET. undefined where it is no property.
 */
export function cardLine(line: string): CardLine | undefined {
  const head = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):/.exec(line);
  if (!head) return undefined;
  const parameters = parametersOf(head[3]!);
  const of = (name: string): string[] =>
    parameters.filter((each) => each.name === name).map((each) => each.value);
  const raw = line.slice(head[0].length);
  const quoted = of("ENCODING").some((value) => value === "QUOTED-PRINTABLE" || value === "Q");
  return {
    name: head[2]!.toUpperCase(),
    group: head[1]?.toUpperCase() ?? "",
    types: of("TYPE").flatMap((value) => value.split(",")),
    isUri: of("VALUE").includes("URI"),
    value: quoted ? fromQuotedPrintable(raw, of("CHARSET")[0]) : raw,
  };
}

type Parameter = { readonly name: string; readonly value: string };

function parametersOf(text: string): Parameter[] {
  const parts = text.match(/;(?:"[^"]*"|[^";])*/g) ?? [];
  return parts.map((part) => {
    const [, name, value] = /^;\s*(?:([\w-]+)\s*=)?\s*(.*?)\s*$/s.exec(part)!;
    const plain = value!.replace(/"/g, "").toUpperCase();
    return { name: name?.toUpperCase() ?? bareName(plain), value: plain };
  });
}

function bareName(value: string): string {
  return /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/.test(value) ? "ENCODING" : "TYPE";
}

function fromQuotedPrintable(text: string, charset: string | undefined): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})|[^]/giu, (each, hex: string | undefined) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : latin(each),
    ),
    "latin1",
  );
  return decoderFor(charset, bytes).decode(bytes);
}

// Careless programs leave letters as they are among the encoded ones: they become bytes of UTF-8.
function latin(character: string): string {
  return character.codePointAt(0)! < 0x80 ? character : Buffer.from(character).toString("latin1");
}

function decoderFor(charset: string | undefined, bytes: Uint8Array): TextDecoder {
  try {
    if (charset) return new TextDecoder(charset);
  } catch {
    // A charset nobody knows: judge by the bytes, as if none had been named.
  }
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252");
}
