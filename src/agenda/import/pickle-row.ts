import { text as texts } from "../../locales/exchange.ts";
import type { ReadAs } from "../exchange-types.ts";
import { isPhoneLike, isWholeNumber } from "./phone-like.ts";
import { scalarText } from "./pickle-fields.ts";
import { entry, type Entry } from "./pickle-person.ts";
import { isBox, type Box, type Value } from "./pickle/values.ts";

/** The phone is the second, unless only the first looks like one. */
export function pair(first: string, second: string): Entry {
  return isPhoneLike(first) && !isPhoneLike(second) ? entry(second, [first]) : entry(first, [second]);
}

/**
 * The contact in a row without field names: ("Ana", "600 111 222"), (7, "Ana", "Ruiz", "600 111 222", "Madrid"). As in
 * a CSV without headings, the name is what stands before the phone. undefined where contacts are to be looked for inside.
 */
export function rowIn(items: readonly Value[]): Entry | undefined {
  const texts = items.map(scalarText);
  const known = texts.filter((text) => text !== undefined);
  const isRow =
    items.length > 1 &&
    known.length > 0 &&
    items.every((item) => !isBox(item) || isMember(item) || isPhones(item));
  if (!isRow && (texts[0] === undefined || texts[1] === undefined)) return undefined;
  const isPair = known.length === 2 && !items.some(isPhones);
  return isPair && items.length === 2 ? pair(known[0]!, known[1]!) : ofCells(items.map(cellOf), isPair);
}

type Cell = {
  readonly text: string;
  readonly phones: readonly string[];
  readonly isFilled: boolean;
  /** Whether it is a number, and no text, that is shorter than most phones. */
  readonly isCount: boolean;
};

const longestCount = 8;

function cellOf(item: Value): Cell {
  const text = scalarText(item) ?? "";
  const phones =
    isBox(item) && isPhones(item) ? item.items.map((each) => scalarText(each)!) : [text].filter(isPhoneLike);
  const isCount = (typeof item === "bigint" || typeof item === "number") && text.length <= longestCount;
  return { text, phones, isFilled: isBox(item) || text !== "", isCount };
}

function ofCells(cells: readonly Cell[], isPair: boolean): Entry {
  const alone = nameAlone(cells);
  if (alone !== undefined) return { ...entry(cells[alone]!.text, []), places: [[alone, "name"]] };
  const all = indexesOf(cells, ({ phones }) => phones.length > 0);
  const whole = indexesOf(cells, ({ phones }) => phones.some(isWholeNumber));
  // A row of a database begins with its number, which has six figures and more in a long list.
  if (whole.length > 1 && whole[0] === 0 && cells[0]!.isCount) whole.shift();
  const phones = whole.length > 0 ? whole : all.slice(0, 1);
  const words = indexesOf(cells, ({ text, phones }) => text !== "" && phones.length === 0);
  if (phones.length === 0 && !(isPair && words.length === 2)) return { reason: texts().notAContact };
  if (phones.length === 0) phones.push(words.pop()!);
  const letters = words.filter((at) => /\p{L}/u.test(cells[at]!.text) && !cells[at]!.text.includes("@"));
  const before = letters.filter((at) => at < phones[0]!);
  const names = before.length > 0 ? before : (letters.length > 0 ? letters : words).slice(0, 1);
  const places = cells.flatMap(({ isFilled }, at): [number, keyof ReadAs][] =>
    isFilled ? [[at, names.includes(at) ? "name" : phones.includes(at) ? "phone" : "left"]] : [],
  );
  const read = entry(
    names.map((at) => cells[at]!.text).join(" "),
    phones.flatMap((at) => (cells[at]!.phones.length > 0 ? cells[at]!.phones : [cells[at]!.text])),
  );
  return "reason" in read ? read : { ...read, places };
}

/** Where the name stands in a row that holds nothing else, but perhaps its own number: (7, "Ana", ""). */
function nameAlone(cells: readonly Cell[]): number | undefined {
  const filled = indexesOf(cells, ({ isFilled }) => isFilled);
  if (filled.length > 1 && filled[0] === 0 && cells[0]!.isCount) filled.shift();
  const [only] = filled;
  const isAlone = filled.length === 1 && cells.length > 2 && /\p{L}/u.test(cells[only!]!.text);
  return isAlone ? only : undefined;
}

const indexesOf = (cells: readonly Cell[], test: (cell: Cell) => boolean) =>
  cells.flatMap((cell, at) => (test(cell) ? [at] : []));

/** Whether it is a member of an enumeration, as its class gives it: a word or a number that is nobody's. */
export function isMember(value: Value): boolean {
  return (
    isBox(value) &&
    value.kind === "object" &&
    value.items.length === 1 &&
    !isBox(value.items[0]!) &&
    isBare(value)
  );
}

const isBare = ({ entries, states }: Box) => entries.length === 0 && states.length === 0;

function isPhones(value: Value): boolean {
  if (!isBox(value) || value.items.length === 0 || !isBare(value)) return false;
  return value.kind !== "object" && value.items.every((item) => isPhoneLike(scalarText(item) ?? ""));
}

/** The contacts in lists that stand side by side: names, perhaps last names, and phones; undefined where they are no such. */
export function rowsAcross(columns: readonly Value[]): Entry[] | undefined {
  const lists = columns.filter(isBox).map(({ items }) => items);
  const [first] = lists;
  if (!first || lists.length < 2 || lists.length < columns.length || first.length === 0) return undefined;
  const arePhones = columns.map(isPhones);
  const areWords = (items: readonly Value[]) =>
    items.every((item) => !isBox(item) && !isPhoneLike(scalarText(item) ?? ""));
  const isApart = lists.every(
    (items, at) => items.length === first.length && (arePhones[at] || areWords(items)),
  );
  if (!isApart || !arePhones.includes(true) || !arePhones.includes(false)) return undefined;
  return first.map((_, row) => rowIn(lists.map((items) => items[row]!)) ?? { reason: texts().notAContact });
}
