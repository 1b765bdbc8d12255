import { openContacts } from "../../src/agenda/open-contacts.ts";
import { addMany } from "../../test/agenda/add-many.ts";
import { indexSlice, isIndexed } from "../../src/agenda/search-index.ts";

const given =
  "Ana José María Łukasz Carmen Javier Zoë Pilar Hugo Inés Bruno Elena Óscar Lucía Daniel Nuria".split(" ");
const starts = "Al Bar Cas Del Es Fer Gar Her Ib Jim Lor Mar Nav Or Per Qui Ram San Tor Ur Val Zam".split(
  " ",
);
const middles = "a an ar e el en er i in ir o on or u un us".split(" ");
const ends = "do ga ja la lla ma na no ra rez ro sa so ta te to va za".split(" ");

/** The name and the phone of contact number `n`: as many different ones as there are numbers, in no order. */
export function person(n: number): { name: string; phone: string } {
  const pick = (words: readonly string[], salt: number) => words[((n + 1) * salt) % words.length]!;
  const family = (salt: number) => pick(starts, salt) + pick(middles, salt + 6) + pick(ends, salt + 10);
  const phone = `6${String((n * 7_919_333) % 100_000_000).padStart(8, "0")}`;
  return { name: `${pick(given, 48_611)} ${family(7_919)} ${family(104_729)}`, phone };
}

/** Fills a new folder with `count` contacts, search table and all, as an import and its background work would. */
export async function fillAgenda(folder: string, count: number): Promise<void> {
  const { db } = await openContacts(folder);
  try {
    const contacts = Array.from({ length: count }, (_, n) => person(n));
    addMany(db, contacts, "bench", Date.now());
    while (!isIndexed(db)) indexSlice(db, 20_000);
  } finally {
    db.close();
  }
}
