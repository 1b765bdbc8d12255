import { expect, test } from "vitest";
import { addContact, findContact } from "../../src/agenda/contacts.ts";
import { trimmed } from "../../src/agenda/trimmed.ts";
import { memoryDb } from "./memory-db.ts";

test.for([
  [" Ana \u00A0", "Ana"],
  ["\u200B", ""],
  [" \u202A\u202C\u2060\uFEFF ", ""],
  ["\u0000", ""],
  ["\u202AAna\u202C", "\u202AAna\u202C"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
  ["´", "´"],
  ["", ""],
] as const)("%j is %j", ([typed, left]) => {
  expect(trimmed(typed)).toBe(left);
});

test("A name of which nothing can be seen is none, and with no phone beside it nothing is saved", () => {
  const db = memoryDb();
  const { id } = addContact(db, { name: "\u200B", phone: "601" }, undefined, 1);
  expect(findContact(db, id)).toMatchObject({ name: "", phone: "601" });
  expect(() => addContact(db, { name: "\u200B", phone: " \u202A " }, undefined, 2)).toThrow(
    expect.objectContaining({ code: "empty" }),
  );
  db.close();
});
