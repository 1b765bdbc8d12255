import type { Contact, Page, Saved, State } from "./api-types.ts";
import { asContact, contactsChanged, countryOf, stateOf, type Agenda } from "./agenda.ts";
import { addContact, editContact, findContact } from "./contacts.ts";
import { keepDraft, keepView } from "./kept.ts";
import { readList } from "./list.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";

/** The addresses that show and change single contacts and what is on screen. */
export function contactRoutes(agenda: Agenda): Route[] {
  const { db } = agenda;
  return [
    { method: "GET", path: "/api/state", answer: (): State => stateOf(agenda) },
    {
      method: "PUT",
      path: "/api/state",
      status: 204,
      answer: ({ body }) => keepView(db, shapes.viewChange.parse(body)),
    },
    {
      method: "PUT",
      path: "/api/draft",
      status: 204,
      answer: ({ body }) => keepDraft(db, shapes.draft.parse(body)),
    },
    { method: "GET", path: "/api/contacts", answer: ({ query }) => page(agenda, query) },
    {
      method: "POST",
      path: "/api/contacts",
      status: 201,
      answer: ({ body }) => {
        const { draft, ...fields } = shapes.newContact.parse(body);
        const { id, change } = addContact(db, fields, draft, Date.now());
        return saved(agenda, id, change);
      },
    },
    {
      method: "PATCH",
      path: "/api/contacts/:id",
      answer: ({ params, body }) => {
        const id = shapes.id.parse(params["id"]);
        return saved(agenda, id, editContact(db, id, shapes.fields.parse(body), Date.now()));
      },
    },
  ];
}

function page(agenda: Agenda, query: unknown): Page {
  const { offset, limit, ...listing } = shapes.query.parse(query);
  const { total, rows } = readList(agenda.db, listing, offset, limit);
  const country = countryOf(agenda);
  return {
    total,
    offset,
    contacts: rows.map((row): Contact => asContact(row, country)),
    revision: agenda.revision,
  };
}

function saved(agenda: Agenda, id: number, change: number): Saved {
  const row = findContact(agenda.db, id)!;
  return {
    contact: asContact(row, countryOf(agenda)),
    change,
    revision: contactsChanged(agenda),
    likely: [],
  };
}
