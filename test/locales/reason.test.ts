import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { reasonText } from "../../src/locales/reason.ts";

test.for([
  ["the session is ending", "la sesión se está cerrando"],
  ["no answer within 20 s", "sin respuesta en 20 s"],
  ["could not look again: no answer within 20 s", "no se pudo mirar otra vez: sin respuesta en 20 s"],
  ["could not look again: EIO: i/o error, scandir", "no se pudo mirar otra vez: EIO: i/o error, scandir"],
  ["/tmp/a $1\nb belongs to another user", "/tmp/a $1\nb es de otro usuario"],
  // The system's own words, and what is nobody's.
  ["ENOENT: spawn /opt/agenda ENOENT", "ENOENT: spawn /opt/agenda ENOENT"],
  ["", ""],
] as const)("%j is kept, and read in Spanish as %j", ([kept, said]) => {
  expect(reasonText(kept, "es")).toBe(said);
  expect(reasonText(kept, "en")).toBe(kept);
});

const sources = path.join(import.meta.dirname, "../../src/estatus");
// What looks at processes, launches, and settles: whatever these throw or keep becomes a reason.
const files = [
  ...fs
    .readdirSync(path.join(sources, "adapters"))
    .filter((file) => /^(machine|proc|windows)-.*\.ts$/.test(file))
    .map((file) => `adapters/${file}`),
  "check-lease.ts",
  "core/settle-attempts.ts",
  "observe.ts",
  "relaunch.ts",
  "store/private-folder.ts",
];
const sentences = files.flatMap((file) =>
  [
    ...fs
      .readFileSync(path.join(sources, file), "utf8")
      .matchAll(/(?:new Error\(|reason: |INTERRUPTED = |attempt, )(["`])((?:(?!\1).)+)\1/g),
  ]
    .map(([, , sentence]) => sentence!)
    .filter((text) => text.includes(" ")),
);

test("sentences of ours are found in the sources", () => {
  expect(sentences.length).toBeGreaterThan(12);
});

test.for(sentences)("%j has Spanish words", (sentence) => {
  const kept = sentence.replaceAll(/\$\{[^}]*\}/g, "7");
  expect(reasonText(kept, "es")).not.toBe(kept);
});
