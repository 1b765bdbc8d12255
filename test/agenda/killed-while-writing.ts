import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Contact, Page, Saved, State } from "../../src/agenda/api-types.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { enter, launch, type Guest } from "./launch.ts";

/** What the writer knows: what was answered, and what was asked and may or may not have happened. */
export type Ledger = {
  /** The fields of each contact that an answer vouched for; null where it was deleted. */
  readonly sure: Map<number, string | null>;
  /** States that a contact may have, because the request for them had no answer. */
  readonly maybe: Map<number, Set<string | null>>;
  /** Names that may have been added without an answer. */
  readonly maybeAdded: Set<string>;
  answered: number;
  next: number;
};

export const newLedger = (): Ledger => ({
  sure: new Map(),
  maybe: new Map(),
  maybeAdded: new Set(),
  answered: 0,
  next: 1,
});

const fieldsOf = (contact: { name: string; phone: string }) => `${contact.name} ${contact.phone}`;

/**
 * Launches Agenda, compares all it has with the ledger, writes through several connections at once, and kills
 * it with SIGKILL at a random moment. Gives what is wrong, one sentence each; none is the wanted result.
 */
export async function killOnce(folder: string, ledger: Ledger, random: () => number): Promise<string[]> {
  await using agenda = launch(folder);
  const line = await agenda.firstLine;
  if (!line) return [`it did not start: ${(await agenda.ended).stderr}`];
  const page = await enter(line);
  const wrong = await compare(page, ledger);
  const rest = { begun: false };
  const writers = Array.from({ length: 4 }, () => write(page, ledger, random, rest));
  // After so many answers, not after so long: a busy machine must not make the proof an empty one.
  const enough = ledger.answered + 1 + Math.floor(random() * 20);
  const all = Promise.all(writers);
  const reached = async () => {
    while (ledger.answered < enough) await pause(random() * 5);
  };
  await Promise.race([reached(), all]);
  if (random() < 0.3) {
    // What was saved goes into the search table once nobody has written for 300 ms: the kill falls around that.
    rest.begun = true;
    await all;
    await pause(250 + random() * 200);
  }
  agenda.kill("SIGKILL");
  await all;
  await agenda.ended;
  return [...wrong, ...integrity(folder)];
}

async function compare(page: Guest, ledger: Ledger): Promise<string[]> {
  const found = new Map<number, string>();
  for (let offset = 0; ; offset += 500) {
    const { contacts } = await page.call<Page>("GET", `api/contacts?sort=added&limit=500&offset=${offset}`);
    for (const contact of contacts) found.set(contact.id, fieldsOf(contact));
    if (contacts.length < 500) break;
  }
  const wrong: string[] = [];
  for (const [id, sure] of ledger.sure) {
    const has = found.get(id) ?? null;
    if (has !== sure && !ledger.maybe.get(id)?.has(has)) wrong.push(`contact ${id} is ${has}, not ${sure}`);
    ledger.sure.set(id, has);
  }
  for (const [id, has] of found) {
    if (ledger.sure.has(id)) continue;
    if (!ledger.maybeAdded.has(has)) wrong.push(`contact ${id} (${has}) was never asked for`);
    ledger.sure.set(id, has);
  }
  ledger.maybe.clear();
  ledger.maybeAdded.clear();
  const { contacts, draft } = await page.call<State>("GET", "api/state");
  if (contacts !== found.size) wrong.push(`it counts ${contacts} contacts and has ${found.size}`);
  const ghost = draft && [...found.values()].includes(fieldsOf(draft));
  if (ghost) wrong.push(`the draft of ${draft.name} came back though it was saved`);
  return [...wrong, ...(await search(page, [...found.values()]))];
}

/** Searches find exactly what is listed, whether the search table has it already or not. */
async function search(page: Guest, listed: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const word of ["Contact", "Edited"]) {
    const { total } = await page.call<Page>("GET", `api/contacts?search=${word}&sort=added&limit=1`);
    const has = listed.filter((fields) => fields.startsWith(word)).length;
    if (total !== has) wrong.push(`a search for ${word} finds ${total} of ${has}`);
  }
  return wrong;
}

async function write(
  page: Guest,
  ledger: Ledger,
  random: () => number,
  rest: { readonly begun: boolean },
): Promise<void> {
  try {
    while (!rest.begun) {
      const ids = [...ledger.sure]
        .filter(([id, has]) => has !== null && !ledger.maybe.has(id))
        .map(([id]) => id);
      const id = ids[Math.floor(random() * ids.length)];
      const kind = random();
      if (id === undefined || kind < 0.5) await add(page, ledger);
      else if (kind < 0.8) await edit(page, ledger, id);
      else await remove(page, ledger, id);
      ledger.answered += 1;
    }
  } catch (error) {
    // The kill cuts connections; anything else is a failure of the proof.
    if (!/fetch failed|terminated|other side closed|ECONNRESET/.test(String(error))) throw error;
  }
}

async function add(page: Guest, ledger: Ledger): Promise<void> {
  const fields = { name: `Contact ${ledger.next}`, phone: `600${ledger.next}` };
  ledger.next += 1;
  const draft = crypto.randomUUID();
  ledger.maybeAdded.add(fieldsOf(fields));
  await page.call("PUT", "api/draft", { id: draft, ...fields });
  const { contact } = await page.call<Saved>("POST", "api/contacts", { ...fields, draft });
  ledger.sure.set(contact.id, fieldsOf(fields));
}

async function edit(page: Guest, ledger: Ledger, id: number): Promise<void> {
  const fields = { name: `Edited ${ledger.next}`, phone: `700${ledger.next}` };
  ledger.next += 1;
  ledger.maybe.set(id, new Set([fieldsOf(fields)]));
  const { contact } = await page.call<{ contact: Contact }>("PATCH", `api/contacts/${id}`, fields);
  ledger.sure.set(id, fieldsOf(contact));
  ledger.maybe.delete(id);
}

async function remove(page: Guest, ledger: Ledger, id: number): Promise<void> {
  ledger.maybe.set(id, new Set([null]));
  await page.call("POST", "api/delete", { ids: [id] });
  ledger.sure.set(id, null);
  ledger.maybe.delete(id);
}

function integrity(folder: string): string[] {
  const db = openDatabase(path.join(folder, "agenda.db"));
  try {
    const said = db.pragma("integrity_check", { simple: true }) as string;
    const half = db
      .prepare(
        "SELECT (SELECT listed FROM tally) = (SELECT count(*) FROM contact WHERE deleted_at IS NULL) AND (SELECT binned FROM tally) = (SELECT count(*) FROM contact WHERE deleted_at IS NOT NULL)",
      )
      .pluck()
      .get();
    return [...(said === "ok" ? [] : [said]), ...(half === 1 ? [] : ["the sums do not fit the contacts"])];
  } finally {
    db.close();
  }
}
