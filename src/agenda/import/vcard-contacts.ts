import { text as texts } from "../../locales/exchange.ts";
import { ourCard } from "../exchange/vcard-mark.ts";
import { isNoTelephone } from "./csv-phone-columns.ts";
import type { Found, Reading, Slice, Unreadable } from "./reading.ts";
import { cardsIn, type Card } from "./vcard-cards.ts";
import { cardLine, type CardLine } from "./vcard-line.ts";
import { textParts, textValue } from "../exchange/vcard-value.ts";

const cardsASlice = 500;

/** Reads the contacts of a vCard file, 2.1, 3.0 or 4.0: one for each phone of a card, or one without a phone. */
export function vcardContacts(text: string): Reading {
  return { kind: "vcf", ours: text.slice(0, 200).includes(`PRODID:${ourCard}`), slices: slicesOf(text) };
}

function* slicesOf(text: string): Generator<Slice> {
  let found: Found[] = [];
  let unreadable: Unreadable[] = [];
  for (const card of cardsIn(text)) {
    const reason = card.whole ? contactsIn(card, found) : texts().cardNotEnded;
    if (reason) unreadable.push({ row: card.row, reason });
    if (card.row % cardsASlice !== 0) continue;
    yield { found, unreadable, done: card.end / text.length };
    found = [];
    unreadable = [];
  }
  yield { found, unreadable, done: 1 };
}

function contactsIn({ row, lines }: Card, found: Found[]): string | undefined {
  const known = lines.map(cardLine).filter((line) => line !== undefined);
  if (known.some(isGroup)) return texts().cardOfGroup;
  const valueOf = (name: string): string | undefined => known.find((line) => line.name === name)?.value;
  const version = valueOf("VERSION")?.trim() ?? "3.0";
  const exact = valueOf("PRODID") === ourCard;
  const kept = (value: string): string => (exact ? value : value.trim());
  const mark = (name: string): string | undefined => (exact ? fromMark(valueOf(name)) : undefined);
  const name = kept(mark("X-AGENDA-NAME") ?? nameIn(known, version, exact));
  const marked = mark("X-AGENDA-PHONE");
  const numbers = known.filter((line) => line.name === "TEL" && isTelephone(line, labelOf(line, known)));
  const phones = (
    marked === undefined ? numbers.map((line) => numberOf(line, version, exact)) : [marked]
  ).map(kept);
  const distinct = [...new Set(phones.filter((phone) => phone !== ""))];
  if (name === "" && distinct.length === 0) return texts().nothingInCard;
  for (const phone of distinct.length > 0 ? distinct : [""]) found.push({ row, name, phone });
  return undefined;
}

function nameIn(lines: readonly CardLine[], version: string, exact: boolean): string {
  const textOf = (name: string): string => {
    const line = lines.find((each) => each.name === name);
    return line ? textValue(line.value, version) : "";
  };
  const shown = textOf("FN");
  if (exact || shown.trim() !== "") return shown;
  const structured = lines.find((each) => each.name === "N");
  const [last = "", first = "", middle = "", prefix = "", suffix = ""] = structured
    ? textParts("N", structured.value, version)
    : [];
  const joined = [prefix, first, middle, last, suffix].filter((part) => part.trim() !== "").join(" ");
  return joined || textOf("NICKNAME") || companyIn(lines, version) || textOf("EMAIL");
}

// The company, and what of it: each part may hold a semicolon or a comma of its own.
function companyIn(lines: readonly CardLine[], version: string): string {
  const line = lines.find((each) => each.name === "ORG");
  const parts = line ? textParts("ORG", line.value, version) : [];
  return parts.filter((part) => part.trim() !== "").join(", ");
}

// A list of others' cards: 4.0 has it, and Apple's own form of it in 3.0.
function isGroup({ name, value }: CardLine): boolean {
  return (name === "KIND" || name === "X-ADDRESSBOOKSERVER-KIND") && value.trim().toLowerCase() === "group";
}

// Apple's way to say what a number is, in a line of its own: "Fax", or one of its own words as _$!<WorkFAX>!$_.
function labelOf({ group }: CardLine, lines: readonly CardLine[]): string {
  const isLabel = (line: CardLine) => line.name === "X-ABLABEL" && line.group === group;
  return group === "" ? "" : (lines.find(isLabel)?.value ?? "");
}

// Android writes a label as a type, percent-encoded: TEL;X-Fax%20casa. "Tel/Fax" is answered.
function isTelephone({ types }: CardLine, label: string): boolean {
  const own = [label, ...types.filter((type) => type.startsWith("X-")).map(decoded)].join(" ");
  const isAnswered = /tel|phone|fono|voz|voice/i.test(own.replace(/telefax/gi, "fax"));
  if (isNoTelephone(own) && !isAnswered) return false;
  return !types.some((type) => type === "FAX" || type === "PAGER") || types.includes("VOICE");
}

// Many programs write an address without saying so; in a card of ours it is what somebody typed.
function numberOf(line: CardLine, version: string, exact: boolean): string {
  const value = textValue(line.value, version);
  if (exact && !line.isUri) return value;
  const uri = /^tel:([^;]*)(.*)$/is.exec(value.trim());
  if (!uri) return value;
  const [, local = "", parameters = ""] = uri;
  const extension = /;ext=([^;]*)/i.exec(parameters)?.[1];
  const code = /;phone-context=(\+\d+)/i.exec(parameters)?.[1];
  const number = [code, decoded(local)].filter(Boolean).join(" ");
  return extension ? `${number} ext. ${decoded(extension)}` : number;
}

function fromMark(value: string | undefined): string | undefined {
  return value === undefined ? undefined : decoded(value);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
