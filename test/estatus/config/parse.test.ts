import { expect, test } from "vitest";
import { AppError } from "../../../src/app-error.ts";
import { parseConfig } from "../../../src/estatus/config/parse.ts";
import { speak } from "../../../src/locales/language.ts";

speak("en");

function refusalOf(source: string): string {
  try {
    parseConfig(source, "/home/ana/estatus.toml");
    return "";
  } catch (error) {
    const { code, message, hint } = error as AppError;
    return `${code}: ${message} ${hint}`;
  }
}

const program = (name: string, more: string) =>
  `[[program]]\nname = "${name}"\nexecutable = "/opt/${name}"\n${more}\n`;

test("A heartbeat tells of one process: two programs that share one are refused, with the place and the cure", () => {
  const heartbeat = (file: string) => `heartbeat = "${file}"`;
  const shared = program("Uno", heartbeat("/run/a.json")) + program("Dos", heartbeat("/run/./a.json"));
  expect(refusalOf(shared)).toMatch(
    /^config: .*estatus\.toml:8: program\[2\]\.heartbeat: this is the heartbeat of "Uno" too.*give each a file of its own\./,
  );
  const own = program("Uno", heartbeat("/run/a.json")) + program("Dos", heartbeat("/run/b.json"));
  expect(refusalOf(own + program("Tres", "") + program("Cuatro", ""))).toBe("");
});

test("Two names that differ only in how a letter is written look the same, and are one name twice", () => {
  const [composed, apart] = ["Ágenda".normalize("NFC"), "Ágenda".normalize("NFD")];
  expect(refusalOf(program(composed, "") + program(apart, "").replace("/opt/", "/opt/other-"))).toContain(
    "is there twice",
  );
});

test("A setting that is there twice is cured by taking one out, not by quotes", () => {
  const twice = program("Uno", 'name = "Uno"');
  expect(refusalOf(twice)).toMatch(/^config: .*line 4.* Take one of the two out/);
});
