import { expect, test } from "vitest";
import { parseTaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";

const answer = {
  state: 3,
  enabled: true,
  lastResult: 267_011,
  missedRuns: 2,
  lastRun: Date.UTC(2026, 10, 22, 10),
  nextRun: Date.UTC(1899, 11, 30),
  xml: '<?xml version="1.0" encoding="UTF-16"?><Task version="1.2"><Actions><Exec><Command>C:\\Gómez\\e.exe</Command></Exec></Actions></Task>',
};
const printed = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8").toString("base64");

test("a registered task is read in numbers, whatever the language of Windows", () => {
  const read = parseTaskAnswer(`${printed(answer)}\r\n`);
  expect(read).toMatchObject({
    kind: "found",
    task: { enabled: true, lastResult: 0x41303, missedRuns: 2, lastRunAt: answer.lastRun, nextRunAt: null },
  });
  expect(JSON.stringify(read)).toContain("Gómez");
});

test("no such task and no such folder are missing", () => {
  expect(parseTaskAnswer(printed({ hresult: -2147024894 }))).toEqual({ kind: "missing" });
  expect(parseTaskAnswer(printed({ hresult: 0x80070003 }))).toEqual({ kind: "missing" });
});

test("denied is not missing", () => {
  expect(parseTaskAnswer(printed({ hresult: -2147024891 }))).toEqual({ kind: "unknown" });
});

// What a console of each language says where PowerShell is restricted, as its code page writes it.
test.each([
  "",
  "ERROR: The system cannot find the file specified.",
  "ERROR: El sistema no puede encontrar el archivo especificado.",
  "FEHLER: Das System kann die angegebene Datei nicht finden.",
  "ERREUR : le fichier sp\x82cifi\x82 est introuvable.",
  "エラー: 指定されたファイルが見つかりません。",
  "\xef\xbf\xbd\x00\x01",
  printed(null),
  printed([]),
  printed({}),
  printed({ ...answer, enabled: "Yes" }),
  printed({ ...answer, lastResult: "0" }),
  printed({ ...answer, lastRun: null }),
  printed({ ...answer, xml: "<Task>" }),
  printed({ ...answer, xml: "<Other/>" }),
  printed(answer).slice(0, 40),
])("what cannot be read is unknown, never fine: %j", (text) => {
  expect(parseTaskAnswer(text)).toEqual({ kind: "unknown" });
});
