import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tomlText } from "../../src/locales/toml.ts";

const parser = path.join(import.meta.dirname, "../../node_modules/smol-toml/dist");
const sources = ["date.js", "extract.js", "parse.js", "primitive.js", "struct.js", "util.js"];
const said = sources.flatMap((file) =>
  [...fs.readFileSync(path.join(parser, file), "utf8").matchAll(/TomlError\.x\(['`]([^'`]+)['`]/g)].map(
    ([, words]) => words!,
  ),
);

test("Whatever the parser calls wrong is said in Spanish", () => {
  expect(said.length).toBeGreaterThan(20);
  for (const words of said) {
    expect(tomlText(words, "es"), words).not.toBe(words);
    expect(tomlText(words, "en")).toBe(words);
  }
});
