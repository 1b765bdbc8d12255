import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const table = fs
  .readFileSync(path.join(import.meta.dirname, "../docs/security.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2);

test("Every row of the threat table names tests that exist", () => {
  expect(table.length).toBeGreaterThan(20);
  for (const row of table) {
    const proof = row.split(" | ").at(-1)!;
    const named = [...proof.matchAll(/`([\w/-]+)`: "([^"]+)"/g)];
    expect(named, row).not.toEqual([]);
    for (const [, file, title] of named)
      expect(fs.readFileSync(path.join(import.meta.dirname, `${file}.test.ts`), "utf8"), row).toContain(
        title,
      );
  }
});
