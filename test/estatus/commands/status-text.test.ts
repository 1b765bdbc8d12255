import { afterEach, expect, test, vi } from "vitest";
import { statusSentences } from "../../../src/estatus/commands/status-text.ts";
import type { Memory } from "../../../src/estatus/core/memory.ts";

afterEach(() => vi.unstubAllEnvs());

const memory = { state: "unknown", reason: "the list came back incomplete", lookedAt: 0 } as Memory;
const status = { program: "Agenda", memory, openOutage: null, pause: null, nextCheckAt: null, today: [] };

test.for([
  ["es", "la lista de procesos llegó incompleta"],
  ["en", "the list came back incomplete"],
])("why the last check could not tell is said in %s", ([language, said]) => {
  vi.stubEnv("ESTATUS_LANG", language!);
  expect(statusSentences(status, 0)[0]).toContain(`(${said})`);
});
