import type { Page } from "../../api-types.ts";
import { call } from "../call.ts";
import { contactAt, known } from "./pages.ts";

/** The ids of a stretch of the list, both ends included; what is not fetched yet is asked for. */
export async function idsBetween(first: number, last: number): Promise<number[]> {
  const ids: number[] = [];
  for (let at = Math.max(0, first); at <= last; at += 1) {
    const contact = contactAt(at);
    if (contact) ids.push(contact.id);
    else {
      const fetched = await idsFrom(at, Math.min(500, last - at + 1));
      if (fetched.length === 0) break;
      ids.push(...fetched);
      at += fetched.length - 1;
    }
  }
  return ids;
}

async function idsFrom(offset: number, limit: number): Promise<number[]> {
  const { search, sort } = known.value;
  const query = new URLSearchParams({
    search,
    sort,
    offset: `${offset}`,
    limit: `${limit}`,
  });
  const { contacts } = await call<Page>("GET", `api/contacts?${query}`);
  return contacts.map(({ id }) => id);
}
