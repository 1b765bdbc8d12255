import { createRequire } from "node:module";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { chunkText } from "../../packaging/chunk-text.ts";

const require = createRequire(import.meta.url);

/** Runs a chunk as the loader does; `names` is what it has handed out so far. */
function run(text: string): { readonly names: Record<string, unknown>; readonly handOut: () => void } {
  const chunk: { exports: Record<string, unknown>; handOut?: () => void } = { exports: {} };
  new Script(text).runInThisContext()(chunk.exports, require, chunk);
  return { names: chunk.exports, handOut: () => chunk.handOut?.() };
}

test("a chunk's names are there once they are asked for, in either way of the bundler, and its work is done before", () => {
  const chunk = `let count = 0;
count++;

exports.plain = count;
Object.defineProperty(exports, "looked", {
  enumerable: true,
  get: function () {
    return count;
  }
});
exports.$last = count;`;
  const { names, handOut } = run(chunkText(chunk));
  expect(names).toEqual({});
  handOut();
  expect(names).toEqual({ plain: 1, looked: 1, $last: 1 });
});

test("a chunk without names, and names that a library sets in the middle, stay as they are", () => {
  expect(run(chunkText("const a = 1;")).names).toEqual({});
  const middle = "exports.first = 1;\nconst a = exports.first + 1;\nexports.later = a + 1;";
  expect(run(chunkText(middle)).names).toEqual({ first: 1, later: 3 });
});

test("letters beyond ASCII are escaped and mean the same, and the line for a shell is gone", () => {
  const text = chunkText("#!/usr/bin/env node\nexports.word = `ñ ${1} 😀`;\nmodule.after = 1;");
  expect(text).toMatch(/^[\0-\x7F]*$/);
  expect(run(text).names).toEqual({ word: "ñ 1 😀" });
});
