import { speak } from "../locales/language.ts";
import type { State } from "./api-types.ts";
import { stateOf, type Agenda } from "./agenda.ts";
import { keepDraft, keepView } from "./kept.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";

/** The addresses that keep what is on screen besides the contacts. */
export function stateRoutes(agenda: Agenda): Route[] {
  const { db } = agenda;
  return [
    { method: "GET", path: "/api/state", answer: (): State => stateOf(agenda) },
    {
      method: "PUT",
      path: "/api/state",
      status: 204,
      answer({ body }) {
        const change = shapes.viewChange.parse(body);
        keepView(db, change);
        if (change.language) speak(change.language);
      },
    },
    {
      method: "POST",
      path: "/api/awake",
      status: 204,
      duringImport: true,
      answer: () => agenda.stillCursor(false),
    },
    {
      method: "POST",
      path: "/api/resting",
      status: 204,
      duringImport: true,
      answer: () => agenda.stillCursor(true),
    },
    {
      method: "PUT",
      path: "/api/draft",
      status: 204,
      answer: ({ body }) => keepDraft(db, shapes.draft.parse(body)),
    },
  ];
}
