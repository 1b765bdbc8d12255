import { afterEach, describe, expect, test, vi } from "vitest";
import type { ProgramCheck } from "../../../src/estatus/check-program.ts";
import { programJson } from "../../../src/estatus/commands/check-json.ts";
import { resultSentences } from "../../../src/estatus/commands/check-text.ts";
import type { Program } from "../../../src/estatus/program.ts";
import { uneventful } from "../../../src/estatus/uneventful.ts";

afterEach(() => vi.unstubAllEnvs());

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
    vi.stubEnv("ESTATUS_LANG", language);
    expect(resultSentences(check, program).join("\n")).toContain(said);
  });

  test("stays as it is kept in JSON", () => {
    vi.stubEnv("ESTATUS_LANG", "es");
    expect(programJson(unknown)).toMatchObject({ detail: ending });
    expect(programJson(notLaunched)).toMatchObject({ attempt: { error: again } });
  });
});
