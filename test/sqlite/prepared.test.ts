import { expect, test } from "vitest";
import { openMemory } from "../../src/sqlite/open.ts";
import { prepared } from "../../src/sqlite/prepared.ts";

test("A text is prepared once for each connection, and sees what was written since", () => {
  const [one, other] = [openMemory(), openMemory()];
  for (const db of [one, other]) db.exec("CREATE TABLE contact (name)");
  const sql = "SELECT count(*) FROM contact";
  expect(prepared(one, sql)).toBe(prepared(one, sql));
  expect(prepared(one, sql)).not.toBe(prepared(other, sql));
  prepared(one, "INSERT INTO contact VALUES (?)").run("Ana");
  expect([one, other].map((db) => prepared(db, sql).pluck().get())).toEqual([1, 0]);
  for (const db of [one, other]) db.close();
});
