import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { shebangOf } from "../../../src/estatus/adapters/shebang.ts";
import { newHome } from "../../support/home.ts";

test.for([
  ["#!/bin/sh\n", "/bin/sh"],
  ["#! /usr/bin/python3 -u\n", "/usr/bin/python3", "-u"],
  ["#!/bin/sh -e -u \n", "/bin/sh", "-e -u"],
  ["#!/usr/bin/env node\n", "node"],
  ["#!/usr/bin/env -S LANG=C node --title=A -r x\n", "node", "--title=A", "-r", "x"],
  ["#!/usr/bin/env\n"],
  ["\u007fELF\u0002"],
  [""],
  ["# !/bin/sh\n", "/bin/sh"],
  ["#!\n", "/bin/sh"],
  ["while :; do sleep 1; done\n", "/bin/sh"],
] as const)("The first line of %j has it run with %s", ([text, interpreter, ...options]) => {
  using home = newHome();
  const file = path.join(home.folder, "script");
  fs.writeFileSync(file, text);
  expect(shebangOf(file)).toEqual(interpreter === undefined ? null : { interpreter, options });
});

test("What cannot be read is no script", () => {
  expect(shebangOf("/nowhere/script")).toBeNull();
  expect(shebangOf("/")).toBeNull();
});

test("Of what cannot be read because the disk is broken nobody knows whether it is a script", () => {
  expect(() => shebangOf("/proc/self/mem")).toThrow("EIO");
});
