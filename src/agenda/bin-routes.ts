import type { BinPage, Done } from "./api-types.ts";
import { asContact, asSearched, contactsChanged, countryOf, type Agenda } from "./agenda.ts";
import { binKept, deleteContacts, purgeBin, readBin, restoreContacts } from "./bin.ts";
import { counts, lastChanges } from "./change-log.ts";
import { findAll } from "./list.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";
import { nextSteps, undoChange } from "./undo.ts";

/** The addresses that delete, bring back and undo. */
export function binRoutes(agenda: Agenda): Route[] {
  const { db } = agenda;
  return [
    {
      method: "POST",
      path: "/api/delete",
      bodyLimit: 2_000_000,
      answer({ body }) {
        const chosen = shapes.chosen.parse(body);
        const ids = "ids" in chosen ? chosen.ids : findAll(db, asSearched(agenda, chosen.search), chosen.but);
        return done(agenda, deleteContacts(db, ids, Date.now()));
      },
    },
    { method: "GET", path: "/api/bin", answer: ({ query }) => binPage(agenda, query) },
    {
      method: "POST",
      path: "/api/restore",
      bodyLimit: 2_000_000,
      answer: ({ body }) => done(agenda, restoreContacts(db, shapes.ids.parse(body).ids, Date.now())),
    },
    {
      method: "POST",
      path: "/api/bin/empty",
      answer: () =>
        done(agenda, { change: null, count: purgeBin(db, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) }),
    },
    {
      method: "POST",
      path: "/api/undo",
      answer: ({ body }) => done(agenda, undoChange(db, shapes.undo.parse(body).change, Date.now())),
    },
    { method: "GET", path: "/api/undo", answer: () => nextSteps(db) },
    { method: "GET", path: "/api/changes", answer: () => lastChanges(db, 50) },
  ];
}

function done<T extends Omit<Done, "revision">>(agenda: Agenda, did: T | null): Done {
  if (!did) return { change: null, count: 0, revision: agenda.revision };
  return { ...did, revision: contactsChanged(agenda) };
}

function binPage(agenda: Agenda, query: unknown): BinPage {
  const { offset, limit } = shapes.stretch.parse(query);
  const country = countryOf(agenda);
  return {
    total: counts(agenda.db).binned,
    offset,
    contacts: readBin(agenda.db, offset, limit).map((row) =>
      Object.assign(asContact(row, country), {
        deletedAt: row.deleted_at!,
        goneAt: row.deleted_at! + binKept,
      }),
    ),
  };
}
