import { afterEach, describe, expect, test } from "vitest";
import type { ProgramCheck } from "../../../src/estatus/check-program.ts";
import { programJson } from "../../../src/estatus/commands/check-json.ts";
import { resultSentences } from "../../../src/estatus/commands/check-text.ts";
import type { Program } from "../../../src/estatus/program.ts";
import { formatTime } from "../../../src/locales/format.ts";
import { uneventful } from "../../../src/estatus/uneventful.ts";
import { agenda, hung, minute, missing, noon, openOutage, up } from "../core/knowing.ts";
import { speak } from "../../../src/locales/language.ts";

const DAY = 86_400_000;

afterEach(() => speak("en"));

const program = { name: "Agenda", executable: "/opt/agenda" } as Program;
const ending = "the session is ending";
const unknown = uneventful("Agenda", {
  observation: { at: 0, state: "unknown", reason: ending },
  decision: { action: "nothing", reason: "unknown" },
  code: 3,
});
const again = "could not look again: no answer within 20 s";
const notLaunched: ProgramCheck = {
  ...unknown,
  observation: { at: 0, state: "missing", evidence: { beatAt: null, closed: null, crashedAt: null } },
  decision: { action: "launch", reason: "missing" },
  attempt: { result: "failed", pid: null, error: again, lastLook: null },
};

describe("why it could not be told, or not be launched", () => {
  test.for([
    ["es", unknown, "la sesión se está cerrando"],
    ["es", notLaunched, "no se pudo mirar otra vez: sin respuesta en 20 s"],
    ["en", unknown, ending],
    ["en", notLaunched, again],
  ] as const)("is said in %s", ([language, check, said]) => {
    speak(language);
    expect(resultSentences(check, program).join("\n")).toContain(said);
  });

  test("stays as it is kept in JSON", () => {
    speak("es");
    expect(programJson(unknown)).toMatchObject({ detail: ending });
    expect(programJson(notLaunched)).toMatchObject({ attempt: { error: again } });
  });
});

const decided = (
  reason: ProgramCheck["decision"]["reason"],
  observation: ProgramCheck["observation"],
  change: Partial<ProgramCheck> = {},
): string =>
  resultSentences(
    { ...unknown, observation, decision: { action: "nothing", reason }, ...change },
    program,
  ).join("\n");

test("A program that hangs in a pause is said to hang, not to be away", () => {
  const said = decided("paused", hung(noon), { pausedUntil: noon + minute });
  expect(said).toMatch(/^Agenda hangs \(pid 100\)\. Nothing is done about it until .*: it is paused\.$/);
});

test("A launch that fails every time is not said to keep ending, and a failed one does not promise the next check", () => {
  const due = { decision: { action: "wait", reason: "backing-off", due: noon + minute } } as const;
  expect(decided("backing-off", missing(noon), due)).toMatch(/^No attempt to bring Agenda back has lasted; /);
  const died = { attempt: { result: "died", pid: 5, error: null, lastLook: null } } as const;
  expect(decided("missing", missing(noon), died)).toMatch(/ It will be tried again\.$/);
});

test("A program that hangs once more is not said to have failed to come back: every attempt may have survived", () => {
  const decision = { action: "wait", reason: "backing-off", due: noon + minute } as const;
  const said = decided("backing-off", hung(noon), { decision });
  expect(said).toMatch(
    /^Agenda hangs \(pid 100\); so soon after the last attempt .*, the next one is due at \d\d:\d\d:\d\d\.$/,
  );
});

describe("of a launch that proved itself while the record could not be written", () => {
  const attempt = { result: "survived", pid: 100, error: null, lastLook: null } as const;
  const started = { ...agenda, startedAt: noon };
  const back = (change: Partial<ProgramCheck>) =>
    decided("missing", up(noon + minute, started), { attempt, ...change })
      .split("\n")
      .at(-1);
  const began = { kind: "missing", cause: "unknown", end: null, unaided: null } as const;

  test("it is told for how long the program was away, as far as that is known", () => {
    const opened = { ...began, earliestStart: noon - 2 * minute, latestStart: noon - minute };
    expect(back({ opened })).toBe("Agenda is up again (pid 100). It was away for 1 min to 2 min.");
    expect(back({ endedOutage: openOutage })).toBe(
      "Agenda is up again (pid 100). It was away for 0 s to 10 s.",
    );
    expect(back({})).toBe("Agenda is up again (pid 100).");
  });

  test("a first start is told as one", () => {
    const opened = { ...began, kind: "cold-start", earliestStart: noon, latestStart: noon } as const;
    expect(back({ opened })).toContain("its first start since the session began");
  });
});

test("A start whose bounds lie in one second is told by that second, not as between it and itself", () => {
  const began = { kind: "missing", cause: "unknown", end: null, unaided: null } as const;
  const opened = { ...began, earliestStart: noon, latestStart: noon + 100 };
  expect(decided("missing", missing(noon), { opened })).toMatch(/^Agenda went away at \d\d:\d\d:\d\d: /);
});

test("What happened on another day is told with its date", () => {
  const [date, clock] = formatTime(noon - 2 * DAY).split(" ");
  const began = { kind: "missing", cause: "crashed", end: null, unaided: null } as const;
  const between = { ...began, earliestStart: noon - 2 * DAY, latestStart: noon };
  const exactly = { ...between, latestStart: between.earliestStart };
  const said = () => [between, exactly].map((opened) => decided("missing", missing(noon), { opened }));
  expect(said()[0]).toContain(`between ${date} ${clock} and ${clock}: it crashed.`);
  expect(said()[1]).toContain(`at ${date} ${clock}: it crashed.`);
  speak("es");
  expect(said()[0]).toContain(`entre el ${date} a las ${clock} y las ${clock}: falló.`);
  expect(said()[1]).toContain(`dejó de funcionar el ${date} a las ${clock}: falló.`);
});
