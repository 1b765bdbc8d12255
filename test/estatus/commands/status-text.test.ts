import { expect, test } from "vitest";
import { statusSentences } from "../../../src/estatus/commands/status-text.ts";
import type { Memory } from "../../../src/estatus/core/memory.ts";
import { formatTime } from "../../../src/locales/format.ts";
import { memory as seen, minute, noon, openOutage } from "../core/knowing.ts";
import { speak } from "../../../src/locales/language.ts";

const memory = { state: "unknown", reason: "the list came back incomplete", lookedAt: 0 } as Memory;
const status = { program: "Agenda", memory, openOutage: null, pause: null, nextCheckAt: null, today: [] };

test.for([
  ["es", "la lista de procesos llegó incompleta"],
  ["en", "the list came back incomplete"],
] as const)("why the last check could not tell is said in %s", ([language, said]) => {
  speak(language);
  expect(statusSentences(status, 0)[0]).toContain(`(${said})`);
});

const pause = { startedAt: noon, until: noon + 60 * minute, reason: "inventory" };

test("A program that is away in a pause is not said to be away since it began, but when it was last seen", () => {
  const away: Memory = { ...seen, state: "missing" };
  const [said] = statusSentences({ ...status, memory: away, pause }, noon);
  expect(said).toBe(`Agenda is away; it was last seen running at ${formatTime(noon)}.`);
  const never = { ...away, identity: null, aliveAt: null };
  expect(statusSentences({ ...status, memory: never, pause }, noon)[0]).toContain("no check has seen it");
});

test("A program is up since it began, and one that hangs, also while its outage is open, since it did not answer", () => {
  const open = { ...status, openOutage };
  expect(statusSentences({ ...status, memory: seen }, noon)[0]).toContain(
    formatTime(seen.identity!.startedAt),
  );
  const hangs: Memory = { ...seen, state: "hung", staleLooks: 1, staleSince: noon - minute };
  for (const one of [status, open])
    expect(statusSentences({ ...one, memory: hangs }, noon)[0]).toContain(formatTime(noon - minute));
});

test.for(["up", "duplicated"] as const)(
  "A program that is %s while its outage is open is not said to be up, but to have yet to prove itself",
  (state) => {
    const [said] = statusSentences({ ...status, openOutage, memory: { ...seen, state } }, noon);
    const since = formatTime(openOutage.latestStart);
    expect(said).toBe(
      `Agenda runs (pid 100) but has not proved itself yet; it counts as away since ${since}.`,
    );
  },
);

test("A pause is said also before the first check", () => {
  expect(statusSentences({ ...status, memory: null, pause }, noon).join()).toContain("(inventory)");
});
