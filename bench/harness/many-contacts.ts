import path from "node:path";
import { addMany } from "../../test/agenda/add-many.ts";
import { keepView } from "../../src/agenda/kept.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase } from "../../src/sqlite/open.ts";

const syllables = [
  "ma",
  "ri",
  "jo",
  "se",
  "lu",
  "is",
  "an",
  "to",
  "ni",
  "car",
  "los",
  "fer",
  "do",
  "gar",
  "cía",
  "ló",
  "pez",
];

/** Names and phones of so many people, the same ones each time; first names are few, and all are skewed as names are. */
export function people(count: number): { name: string; phone: string }[] {
  const random = numbers(12_345);
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => syllables[Math.floor(random() * syllables.length)]!,
    ).join("");
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
  const [firsts, lasts] = [400, 8_000].map((size) => Array.from({ length: size }, () => capital(word())));
  const some = (words: readonly string[]) => words[Math.floor(random() * random() * words.length)]!;
  return Array.from({ length: count }, () => ({
    name: `${some(firsts!)} ${some(lasts!)} ${some(lasts!)}`,
    phone: `6${String(Math.floor(random() * 1e8)).padStart(8, "0")}`,
  }));
}

/** Makes a data folder of Agenda's with so many contacts, scrolled to the middle of them. */
export function fill(folder: string, count: number): void {
  const db = openDatabase(path.join(folder, "agenda.db"));
  try {
    db.pragma("cache_size = -65536");
    migrate(db, "db/agenda");
    addMany(db, people(count), "bench", 1);
    while (indexSlice(db, 20_000));
    keepView(db, { scroll: { index: Math.floor(count / 2), id: null, pixels: 0 } });
  } finally {
    db.close();
  }
}

/** Numbers from 0 to 1 that look random and are the same each time (Numerical Recipes' generator). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
