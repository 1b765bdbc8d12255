import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const linesOf = (document: string) =>
  fs
    .readFileSync(path.join(import.meta.dirname, "../docs", document), "utf8")
    .trimEnd()
    .split("\n");

// The last table of each, from its head on.
const tables = ["security.md", "reliability.md"].map((document) => {
  const lines = linesOf(document);
  const end = lines.findLastIndex((line) => line.startsWith("| ")) + 1;
  const before = lines.slice(0, end).findLastIndex((line) => !line.startsWith("| "));
  return [document, lines.slice(before + 1, end)] as const;
});

const titled = (text: string) =>
  [...text.matchAll(/`([\w/-]+)`: "([^"]+)"/g)] as unknown as [string, string, string][];
const scripts = (text: string) => [...text.matchAll(/`npm run ([\w:-]+)/g)] as unknown as [string, string][];

test.for(tables)("Every row of the table in %s names tests that exist", ([, [, , ...rows]]) => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const [named, run] = [titled(row), scripts(row)];
    expect(named.length + run.length, row).toBeGreaterThan(0);
    for (const [, file, title] of named)
      expect(fs.readFileSync(path.join(import.meta.dirname, `${file}.test.ts`), "utf8"), row).toContain(
        title,
      );
    for (const [, script] of run) expect(Object.keys(packageJson.scripts), row).toContain(script);
  }
});

test("What reliability.md says ends with that table, and nothing in it was lost", () => {
  const [head, , ...rows] = tables[1]![1];
  expect(head).toBe("| fault | what happens | proof | tried, lost |");
  expect(linesOf("reliability.md").at(-1)).toBe(rows.at(-1));
  for (const row of rows) expect(row).toMatch(/ \| [^|]*\d[^|]*, 0(?: beyond that)? \|$/);
});
