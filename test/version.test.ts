import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { VERSION } from "../src/version.ts";

it("says the version that package.json says", () => {
  const file = path.join(import.meta.dirname, "..", "package.json");
  expect(VERSION).toBe((JSON.parse(fs.readFileSync(file, "utf8")) as { version: string }).version);
});
