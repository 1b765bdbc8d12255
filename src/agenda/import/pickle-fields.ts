import { roleOf } from "./csv-headings.ts";
import type { Role } from "./heading-words.ts";
import { isWholeNumber, mayHoldPhone } from "./phone-like.ts";
import { isBox, type Box, type Value } from "./pickle/values.ts";

/** The text of a name or a phone, whatever Python type it had; undefined for what is neither text nor number. */
export function scalarText(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value.trim();
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return value === null || value === undefined ? "" : undefined;
}

/** Whether it is a text, a number or nothing at all. */
export function isScalar(value: Value): boolean {
  return scalarText(value) !== undefined;
}

type Held = { readonly value: Value | undefined; readonly isPhone: boolean };

/**
 * The phones in a value: one text or number, several in a list, or in dicts and objects. Of what stands there under
 * no word for a phone, only what looks like a whole number is one.
 */
export function phonesIn(value: Value | undefined): string[] {
  const phones: string[] = [];
  const seen = new Set<Box>();
  const waiting: Held[] = [{ value, isPhone: true }];
  for (let held = waiting.pop(); held; held = waiting.pop()) {
    if (!isBox(held.value)) {
      const text = scalarText(held.value);
      if (text && (held.isPhone || isWholeNumber(text))) phones.push(text);
    } else if (!seen.has(held.value)) {
      seen.add(held.value);
      for (const each of heldIn(held.value, held.isPhone).toReversed()) waiting.push(each);
    }
  }
  return phones;
}

function heldIn(box: Box, isPhone: boolean): Held[] {
  const entries = entriesOf(box);
  if (entries.length === 0) return box.items.map((value) => ({ value, isPhone }));
  return entries.map(([key, value]) => ({ value, isPhone: isPhone && roleOfKey(key) === "phone" }));
}

/** Everything a dict or an object says, wherever it keeps it: its entries, its attributes, pairs it was made of. */
export function entriesOf(value: Box): [Value, Value][] {
  const pairs = value.kind === "dict" ? pairsOf(value) : [];
  return [...pairs, ...value.entries, ...value.states.flatMap((state) => statedBy(state))];
}

// The state of an object with slots is a tuple of its dict and its slots.
function statedBy(state: Box): [Value, Value][] {
  if (state.kind === "dict") return [...pairsOf(state), ...state.entries];
  return state.items.filter(isBox).flatMap((each) => (each.kind === "dict" ? each.entries : []));
}

function pairsOf({ items }: Box): [Value, Value][] {
  return items.flatMap((pair) =>
    isBox(pair) && pair.items.length === 2 ? [[pair.items[0]!, pair.items[1]!] as [Value, Value]] : [],
  );
}

/** What is kept under the words for a name or a phone, by role: `nombre`, `_Telefono` and `_Contacto__phone` alike. */
export function valuesByRole(entries: readonly [Value, Value][]): ReadonlyMap<Role, Value[]> {
  const found = new Map<Role, Value[]>();
  for (const [key, value] of entries) {
    const role = roleOfEntry(key, value);
    if (role) found.set(role, [...(found.get(role) ?? []), value]);
  }
  return found;
}

/** What an entry is for; one of a place (`casa`, `work`) is a phone where a number stands under it. */
export function roleOfEntry(key: Value, value: Value): Role | undefined {
  const role = roleOfKey(key);
  if (role !== "place") return role;
  return isBox(value) || mayHoldPhone(scalarText(value) ?? "") ? role : undefined;
}

// The same few keys come again with every contact.
const known = new Map<string, Role>();
const mostKnown = 100;

function roleOfKey(key: Value): Role | undefined {
  if (typeof key !== "string") return undefined;
  const role = known.get(key) ?? roleOf(plainKey(key));
  if (role && known.size < mostKnown) known.set(key, role);
  return role;
}

// Python hides an attribute `__phone` of a class Contact as `_Contact__phone`.
function plainKey(key: string): string {
  return key.slice(0, 100).replace(/^_+\p{L}\w*?__(?=\p{L})/u, "");
}
