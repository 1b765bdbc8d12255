import { expect, test } from "vitest";
import { esSheets } from "../../src/agenda/ui/words/es-sheets.ts";
import { text as agenda } from "../../src/locales/agenda.ts";
import { text as exchange } from "../../src/locales/exchange.ts";
import { speak, type Language } from "../../src/locales/language.ts";
import { text as pause } from "../../src/locales/pause.ts";
import { text as prune } from "../../src/locales/prune.ts";
import { text as report } from "../../src/locales/report.ts";

const figures = (count: number) =>
  [esSheets.fresh(count), esSheets.alreadyThere(count), esSheets.unreadable(count)].join(", ");
const counted = (count: number) => ({ count, written: String(count) });
const rebuilt = (contacts: number, lost: number) =>
  agenda().rebuilt({ contacts, fromBackup: 0, backupAt: null, lost, aside: null });
const two = ["Agenda", "Notas"];

const cases: readonly (readonly [language: Language, said: string, say: () => string])[] = [
  ["en", "1 contact is back, and 1 is lost.", () => rebuilt(1, 1)],
  ["en", "2 contacts are back, and 3 are lost.", () => rebuilt(2, 3)],
  ["es", "se ha recuperado 1 contacto, y 1 se ha perdido.", () => rebuilt(1, 1)],
  ["es", "se han recuperado 2 contactos, y 3 se han perdido.", () => rebuilt(2, 3)],
  ["es", "1 nuevo, 1 que ya estaba, 1 ilegible.", () => exchange().preview("a.csv", 1, 1, 1)],
  ["es", "0 nuevos, 2 que ya estaban, 3 ilegibles.", () => exchange().preview("a.csv", 0, 2, 3)],
  ["es", "nuevo, ya estaba, ilegible", () => figures(1)],
  ["es", "nuevos, ya estaban, ilegibles", () => figures(0)],
  ["en", "Agenda was not paused.", () => pause().nothingPaused(["Agenda"])],
  ["en", "Agenda, Notas were not paused.", () => pause().nothingPaused(two)],
  ["es", "Agenda, Notas no estaban en pausa.", () => pause().nothingPaused(two)],
  ["es", "Agenda puede estar cerrado hasta las 9.", () => pause().paused(["Agenda"], "las 9")],
  ["es", "Agenda, Notas pueden estar cerrados hasta las 9.", () => pause().paused(two, "las 9")],
  ["en", "Pruned 1 outage; the totals of 1 day are kept.", () => prune().done(counted(1), counted(1))],
  ["es", "1 caída; quedan los totales de 2 días.", () => prune().done(counted(1), counted(2))],
  ["es", "2 caídas anteriores al hoy", () => prune().ask(counted(2), counted(1), "hoy")],
  ["en", "last day", () => report().lastDays(1)],
  ["es", "últimos 30 días", () => report().lastDays(30)],
  ["es", "últimas 12 horas", () => report().lastHours(12)],
  ["es", "última hora", () => report().lastHours(1)],
];

test.for(cases)("%s: %s", ([language, said, say]) => {
  speak(language);
  expect(say()).toContain(said);
});
