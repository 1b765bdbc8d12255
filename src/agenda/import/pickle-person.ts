import { text as texts } from "../../locales/exchange.ts";
import type { ReadAs } from "../exchange-types.ts";
import type { Role } from "./heading-words.ts";
import { isWholeNumber, mayHoldPhone } from "./phone-like.ts";
import { entriesOf, phonesIn, roleOfEntry, scalarText, valuesByRole } from "./pickle-fields.ts";
import { isBox, type Value } from "./pickle/values.ts";

/**
 * A contact of a pickle, with the fields that it was read from, or the places in a row and what each was read as; or why
 * something is none.
 */
export type Entry =
  | {
      readonly name: string;
      readonly phones: readonly string[];
      readonly fields?: Fields;
      readonly places?: readonly (readonly [number, keyof ReadAs])[];
    }
  | { readonly reason: string };

/** The keys and values of a dict or an object. */
export type Fields = readonly [Value, Value][];

/** The fields that hold a name, or a part of one that can stand alone. */
export const ofNames: readonly Role[] = ["full", "name", "first", "last"];

type ByRole = ReadonlyMap<Role, readonly Value[]>;

/** A contact, each of its phones once. */
export function entry(name: string, phones: readonly string[], fields?: Fields): Entry {
  const distinct = [...new Set(phones.filter((phone) => phone !== ""))];
  if (name === "" && distinct.length === 0) return { reason: texts().notAContact };
  return { name, phones: distinct, ...(fields && { fields }) };
}

/** The contact whose fields these are; undefined where they are something else, such as phones under names. */
export function personIn(fields: Fields, byRole: ByRole): Entry | undefined {
  const inParts = ofNames.flatMap((role) => byRole.get(role) ?? []).find(isBox);
  const name = nameIn(byRole) || (inParts ? nameIn(valuesByRole(entriesOf(inParts))) : "");
  if (name === "" && (!byRole.has("phone") || isPhoneBook(fields, byRole))) return undefined;
  // Whose name is there and cannot be read is not somebody without one.
  if (name === "" && inParts) return { reason: texts().notAContact };
  return entry(name || textOf(byRole, "instead"), phonesOf(byRole), fields);
}

/** The contact with this name whose other fields these are; undefined where they name somebody themselves. */
export function detailsUnder(name: string, fields: Fields): Entry | undefined {
  const byRole = valuesByRole(fields);
  const isNamed = byRole.has("full") || byRole.has("name") || byRole.has("first");
  const hasPhones = byRole.has("phone") || byRole.has("place");
  return hasPhones && !isNamed ? entry(name, phonesOf(byRole), fields) : undefined;
}

// Somebody may be listed under the name "Móvil" among others who are listed under theirs.
function isPhoneBook(fields: Fields, byRole: ByRole): boolean {
  const others = fields.filter(
    ([key, value]) => !roleOfEntry(key, value) && isWholeNumber(scalarText(value) ?? ""),
  );
  return others.length > byRole.get("phone")!.length;
}

function phonesOf(byRole: ByRole): string[] {
  const ofPlaces = (byRole.get("place") ?? []).flatMap(phonesIn).filter(mayHoldPhone);
  return [...(byRole.get("phone") ?? []).flatMap(phonesIn), ...ofPlaces];
}

// As in a CSV, a name stands for what those beside it lack: all of it, the first, or ("nom", "prénom") the last.
function nameIn(byRole: ByRole): string {
  const [full, name, given] = [textOf(byRole, "full"), textOf(byRole, "name"), textOf(byRole, "first")];
  const [middle, last] = [textOf(byRole, "middle"), textOf(byRole, "last")];
  const secondLast = textOf(byRole, "second-last");
  if (full !== "") return full;
  if (given === "") return joined([name, middle, last, secondLast]);
  if (name === "") return joined([given, middle, last, secondLast]);
  return last === "" && !name.includes(given) ? joined([given, middle, name, secondLast]) : name;
}

function textOf(byRole: ByRole, role: Role): string {
  return scalarText(byRole.get(role)?.[0]) ?? "";
}

function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .join(" ")
    .replace(/ {2,}/g, " ");
}
