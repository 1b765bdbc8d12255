import { asSearched, type Agenda } from "./agenda.ts";
import { readView } from "./kept.ts";
import { pageSize } from "./list-page.ts";
import { askedAs, readList } from "./list.ts";

/**
 * Reads the page of the list that was last on screen before anybody asks for it: among a million contacts that takes
 * an eighth of a launch, which passes anyway until a browser or a window is there.
 */
export function readAhead(agenda: Agenda): void {
  const { search, sort, scroll } = readView(agenda.db);
  const listing = { search: asSearched(agenda, search), sort };
  const offset = Math.floor(scroll.index / pageSize) * pageSize;
  const { total, rows } = readList(agenda.db, listing, offset, pageSize, agenda.known);
  agenda.known.ahead = { asked: askedAs(listing, offset, pageSize), total, rows };
}
