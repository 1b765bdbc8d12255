import { text as texts } from "../../locales/exchange.ts";
import { isPhoneLike } from "./phone-like.ts";
import { entriesOf, isScalar, phonesIn, scalarText, valuesByRole } from "./pickle-fields.ts";
import { detailsUnder, entry, personIn, type Entry } from "./pickle-person.ts";
import { isMember, pair, rowIn, rowsAcross } from "./pickle-row.ts";
import { rowsUnder } from "./pickle-table.ts";
import { isBox, type Box, type Value } from "./pickle/values.ts";

/** The contacts in what was unpickled, in whichever of the shapes such lists have. */
export function* entriesIn(values: readonly Value[]): Generator<Entry> {
  // Two lists side by side, or name and phone dumped in turn.
  const columns = values.length === 2 ? zipped(values[0]!, values[1]!) : undefined;
  if (columns) return yield* columns;
  if (values.length > 1 && values.every(isScalar)) {
    return yield* inTurn(values.map((value) => scalarText(value)!));
  }
  const seen = new Set<Box>();
  for (const value of values) yield* entriesOfValue(value, seen);
}

function* entriesOfValue(root: Value, seen: Set<Box>): Generator<Entry> {
  // A stack of our own: a file can nest deeper than calls may.
  const waiting: Value[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop()!;
    if (isBox(value)) {
      if (seen.has(value)) continue;
      seen.add(value);
    }
    const { entries, inside } = understood(value);
    yield* entries;
    for (const each of inside.toReversed()) waiting.push(each);
  }
}

type Understood = { readonly entries: readonly Entry[]; readonly inside: readonly Value[] };

function understood(value: Value): Understood {
  if (!isBox(value)) return { entries: value === null ? [] : [{ reason: texts().notAContact }], inside: [] };
  const entries = entriesOf(value);
  if (entries.length > 0) return ofEntries(entries);
  const items = value.items.length > 0 ? value.items : value.states.flatMap((state) => state.items);
  const scalars = items.map(scalarText).filter((each) => each !== undefined);
  if (scalars.length === items.length && isAlternating(scalars))
    return { entries: inTurn(scalars), inside: [] };
  const row = rowIn(items);
  const found = row ? [row] : rowsAcross(items);
  return found ? { entries: found, inside: [] } : { entries: [], inside: items };
}

// Name, phone, name, phone …: at least two of each, or it is one contact.
function isAlternating(flat: readonly string[]): boolean {
  const isPhone = (text: string, index: number): boolean => isPhoneLike(text) === (index % 2 === 1);
  return flat.length >= 4 && flat.length % 2 === 0 && flat.every(isPhone);
}

function inTurn(flat: readonly string[]): Entry[] {
  return Array.from({ length: Math.ceil(flat.length / 2) }, (_, i) =>
    pair(flat[2 * i]!, flat[2 * i + 1] ?? ""),
  );
}

function ofEntries(entries: readonly [Value, Value][]): Understood {
  const rows = rowsUnder(entries);
  if (rows) return { entries: rows, inside: [] };
  const person = personIn(entries, valuesByRole(entries));
  return person ? { entries: [person], inside: [] } : ofNamed(entries);
}

/** A dict of something to something: name to phone, phone to name, name to details, or number to contact. */
function ofNamed(entries: readonly [Value, Value][]): Understood {
  const told = entries.map(([key, value]) => ({ key, value, entry: namedEntry(nameOf(key), value) }));
  const areLists = told.some(({ value, entry }) => entry && isBox(value));
  // Beside names with lists of phones, an empty list is that of somebody who has none.
  const named = told.map(({ key, value, entry: found }) => ({
    value,
    entry: found ?? (areLists && isEmpty(value) ? entry(nameOf(key), []) : undefined),
  }));
  const inside = named.flatMap(({ value, entry }) => (entry ? [] : [value]));
  // A version or a date that is kept beside the contacts is none.
  const isBeside = (value: Value, entry: Entry): boolean =>
    inside.length > 0 && !isBox(value) && "phones" in entry && !entry.phones.some(isPhoneLike);
  const found = named.flatMap(({ value, entry }) => {
    if (!entry) return [];
    return [isBeside(value, entry) ? { reason: texts().notAContact } : entry];
  });
  return { entries: found, inside };
}

const isEmpty = (value: Value) =>
  isBox(value) && value.items.length + value.entries.length + value.states.length === 0;

function nameOf(key: Value): string {
  return isBox(key) ? key.items.map(scalarText).filter(Boolean).join(" ") : (scalarText(key) ?? "");
}

/** What is kept under a name, as a contact; undefined where contacts are to be looked for inside it. */
function namedEntry(name: string, value: Value): Entry | undefined {
  if (!isBox(value))
    return isScalar(value) ? pair(name, scalarText(value)!) : { reason: texts().notAContact };
  const details = detailsUnder(name, entriesOf(value));
  if (details) return details;
  const entries = entriesOf(value);
  // Phones by kind, where the kinds are an enumeration's.
  if (entries.length > 0 && entries.every(([kind]) => isMember(kind)))
    return entry(name, entries.map(([, phone]) => phone).flatMap(phonesIn));
  const isListed = value.items.length > 0 && value.items.every((item) => isPhoneLike(scalarText(item) ?? ""));
  return isListed && !isPhoneLike(name) ? entry(name, phonesIn(value)) : undefined;
}

function zipped(names: Value, phones: Value): Entry[] | undefined {
  if (!isBox(names) || !isBox(phones) || names.items.length !== phones.items.length) return undefined;
  const areNames = names.items.every((item) => isScalar(item) && !isPhoneLike(scalarText(item)!));
  const arePhones = phones.items.every((item) => isPhoneLike(scalarText(item) ?? ""));
  if (names.items.length === 0 || !areNames || !arePhones) return undefined;
  return names.items.map((name, index) => entry(scalarText(name)!, [scalarText(phones.items[index])!]));
}
