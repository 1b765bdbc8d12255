import { setImmediate as turn } from "node:timers/promises";
import type { Contact, DuplicatePage, Page, Place, Saved } from "./api-types.ts";
import { asContact, asSearched, contactsChanged, countryOf, type Agenda } from "./agenda.ts";
import { tellApart } from "./apart.ts";
import { counts } from "./change-log.ts";
import { addContact, editContact, findContact, goneOf, listedContact } from "./contacts.ts";
import { duplicateGroups, likely, mergeContacts } from "./duplicates.ts";
import { homeNumbers } from "./home-numbers.ts";
import { placeOf, readList } from "./list.ts";
import { shapes } from "./requests.ts";
import type { Asked, Route } from "./route.ts";
import { isIndexed } from "./search-index.ts";

/** The addresses that list contacts and change them one by one. */
export function contactRoutes(agenda: Agenda): Route[] {
  const { db } = agenda;
  return [
    { method: "GET", path: "/api/contacts", answer: (asked) => wantedPage(agenda, asked) },
    { method: "GET", path: "/api/contacts/:id", answer: (asked) => place(agenda, asked) },
    {
      method: "POST",
      path: "/api/contacts",
      status: 201,
      answer({ body }) {
        const { draft, ...fields } = shapes.newContact.parse(body);
        const { id, change } = addContact(db, fields, draft, Date.now());
        return saved(agenda, id, change, draft);
      },
    },
    {
      method: "PATCH",
      path: "/api/contacts/:id",
      answer({ params, body }) {
        const id = shapes.id.parse(params["id"]);
        return saved(agenda, id, editContact(db, id, shapes.fields.parse(body), Date.now()));
      },
    },
    {
      method: "POST",
      path: "/api/gone",
      bodyLimit: 2_000_000,
      duringImport: true,
      answer: ({ body }) => goneOf(db, shapes.ids.parse(body).ids),
    },
    {
      method: "GET",
      path: "/api/likely",
      answer({ query }) {
        const { except, ...fields } = shapes.likely.parse(query);
        return likelyContacts(agenda, fields, except);
      },
    },
    { method: "GET", path: "/api/duplicates", answer: ({ query }) => duplicates(agenda, query) },
    {
      method: "POST",
      path: "/api/apart",
      status: 204,
      answer: ({ body }) => tellApart(db, shapes.ids.parse(body).ids),
    },
    {
      method: "POST",
      path: "/api/merge",
      answer({ body }) {
        const { keep, others, ...fields } = shapes.merge.parse(body);
        return saved(agenda, keep, mergeContacts(db, keep, others, fields, Date.now()));
      },
    },
  ];
}

function listingOf(agenda: Agenda, query: unknown) {
  const asked = shapes.query.parse(query);
  return { ...asked, search: asSearched(agenda, asked.search) };
}

// That somebody who types on has given up a search is heard some turns of the event loop after it was asked.
const heardAfter = 4;

/** The page, unless it is no longer wanted: before all is indexed a search takes a second, and each key had to wait for those before it. */
async function wantedPage(agenda: Agenda, { query, request }: Asked): Promise<Page | Response> {
  if (!isIndexed(agenda.db)) {
    for (let turns = 0; turns < heardAfter; turns++) await turn();
    if (request.signal.aborted) return new Response(null, { status: 499 });
  }
  return page(agenda, query);
}

function page(agenda: Agenda, query: unknown): Page {
  const { offset, limit, ...listing } = listingOf(agenda, query);
  const { total, rows } = readList(agenda.db, listing, offset, limit, agenda.known);
  const country = countryOf(agenda);
  return {
    total,
    offset,
    contacts: rows.map((row): Contact => asContact(row, country)),
    inBin: counts(agenda.db).binned,
    revision: agenda.revision,
  };
}

function place(agenda: Agenda, { params, query }: Asked): Place {
  const row = listedContact(agenda.db, shapes.id.parse(params["id"]));
  return {
    contact: asContact(row, countryOf(agenda)),
    index: placeOf(agenda.db, row, listingOf(agenda, query), agenda.known),
  };
}

function saved(agenda: Agenda, id: number, change: number, draft?: string): Saved {
  const row = findContact(agenda.db, id)!;
  return {
    contact: asContact(row, countryOf(agenda)),
    change,
    revision: contactsChanged(agenda, draft),
    likely: likelyContacts(agenda, row, id),
  };
}

function likelyContacts(agenda: Agenda, fields: { name: string; phone: string }, except: number): Contact[] {
  const country = countryOf(agenda);
  return likely(agenda.db, fields, except, 5, homeNumbers(country)).map((row) => asContact(row, country));
}

function duplicates(agenda: Agenda, query: unknown): DuplicatePage {
  const { offset, limit } = shapes.stretch.parse(query);
  const country = countryOf(agenda);
  const { total, groups } = duplicateGroups(agenda.db, offset, limit, homeNumbers(country));
  return {
    total,
    offset,
    groups: groups.map(({ why, rows }) => ({ why, contacts: rows.map((row) => asContact(row, country)) })),
  };
}
