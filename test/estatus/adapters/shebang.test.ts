import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { interpreterOf } from "../../../src/estatus/adapters/shebang.ts";
import { newHome } from "../../support/home.ts";

test.for([
  ["#!/bin/sh\n", "/bin/sh"],
  ["#! /usr/bin/python3 -u\n", "/usr/bin/python3"],
  ["#!/usr/bin/env node\n", "node"],
  ["#!/usr/bin/env -S LANG=C node --title=A\n", "node"],
  ["#!/usr/bin/env\n", null],
  ["\u007fELF\u0002", null],
  ["", null],
  ["# !/bin/sh\n", null],
] as const)("The interpreter in %j is %s", ([text, interpreter]) => {
  using home = newHome();
  const file = path.join(home.folder, "script");
  fs.writeFileSync(file, text);
  expect(interpreterOf(file)).toBe(interpreter);
});

test("What cannot be read is no script", () => {
  expect(interpreterOf("/nowhere/script")).toBeNull();
  expect(interpreterOf("/")).toBeNull();
});
