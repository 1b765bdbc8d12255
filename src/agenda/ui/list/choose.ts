import { mostNamed } from "../../most-named.ts";
import { note, noteFailure } from "../state/notices.ts";
import { selection, type Selection } from "../state/screen.ts";
import { count, text } from "../words/text.ts";
import { active, beginRange, goTo, rangeTo } from "./active.ts";
import { idsBetween } from "./ids-between.ts";
import { known, shown } from "./pages.ts";

const everyone: Selection = { all: true, ids: new Set() };

// Contacts that are not fetched yet are selected a moment later, in the order in which they were chosen.
let choosing: Promise<unknown> = Promise.resolve();
let round = 0;

/** Settles once the list shows what is searched for, and what was chosen in it is selected. */
export const settled = () => shown().then(() => choosing);

/** Selects one contact and nothing else. */
export function selectOnly(index: number): Promise<void> {
  goTo(index);
  const at = active.value;
  beginRange(at);
  return choose(() => between(at, at));
}

/** Selects a contact besides the others, or no longer. */
export function toggle(index: number): Promise<void> {
  goTo(index);
  const at = active.value;
  beginRange(at);
  return choose(async () => {
    const [id] = await idsBetween(at, at);
    const { all, ids } = selection.value;
    const next = new Set(ids);
    if (id !== undefined && !next.delete(id)) next.add(id);
    if (next.size <= mostNamed) return { all, ids: next };
    note(() => text().mostSelected(count(mostNamed)));
    return selection.value;
  });
}

/** Selects from where the last selection began to here, and says so where that are too many to name. */
export function extendTo(index: number): Promise<void> {
  const { first, last } = rangeTo(index);
  if (last - first < mostNamed) return choose(() => between(first, last));
  if (first === 0 && last === (known.value.total ?? 0) - 1) return choose(async () => everyone);
  note(() => text().mostSelected(count(mostNamed)));
  return choose(() => between(first, first + mostNamed - 1));
}

/** Selects all that the search finds. */
export function selectAll(): Promise<void> {
  const total = known.value.total ?? 0;
  beginRange(0);
  return choose(async () => (total > mostNamed ? everyone : await between(0, total - 1)));
}

/** How many contacts are selected. */
export function selectedCount(): number {
  const { all, ids } = selection.value;
  return all ? (known.value.total ?? 0) - ids.size : ids.size;
}

/** Selects nothing. */
export function selectNone(): void {
  dropChoices();
  const { all, ids } = selection.value;
  if (all || ids.size > 0) selection.value = { all: false, ids: new Set() };
}

/** Lets go of contacts that are in the list no more, whoever has deleted them. */
export function forget(gone: readonly number[]): void {
  const { all, ids } = selection.value;
  const left = new Set(ids);
  for (const id of gone) left.delete(id);
  if (left.size < ids.size) selection.value = { all, ids: left };
}

/** Drops what was chosen and is not selected yet. */
export function dropChoices(): void {
  round += 1;
}

const between = async (first: number, last: number): Promise<Selection> => ({
  all: false,
  ids: new Set(await idsBetween(first, last)),
});

function choose(next: () => Promise<Selection>): Promise<void> {
  const chosen = inTurn(choosing, round, next);
  choosing = chosen;
  return chosen;
}

async function inTurn(before: Promise<unknown>, mine: number, next: () => Promise<Selection>): Promise<void> {
  await before;
  try {
    const chosen = mine === round ? await next() : null;
    if (chosen && mine === round) selection.value = chosen;
  } catch (error) {
    noteFailure(error);
  }
}
