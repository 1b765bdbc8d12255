import fs from "node:fs";
import { expect, test } from "vitest";
import { nextSteps, undoChange } from "../../src/agenda/undo.ts";
import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase } from "../../src/sqlite/open.ts";

// As the program of before wrote it: 1 adds Ana, 2 Bea and Carl, 3 to 7 delete, recover, edit, merge and delete, and 8, 9
// and 10 undo the merge, the edit and the last deletion.
const written = `
  INSERT INTO change (id, at, kind, count, name, first_added, last_added, undone_by) VALUES
    (1, 1, 'add', 1, 'Ana', 1, 1, NULL), (2, 1, 'import', 2, 'file', 2, 3, NULL), (3, 1, 'delete', 1, 'Ana', NULL, NULL, NULL),
    (4, 1, 'restore', 1, 'Ana', NULL, NULL, NULL), (5, 1, 'edit', 1, 'Anna', NULL, NULL, NULL),
    (6, 1, 'merge', 2, 'Anne', NULL, NULL, NULL), (7, 1, 'delete', 1, 'Carl', NULL, NULL, NULL),
    (8, 1, 'undo', 1, 'Carl', NULL, NULL, NULL), (9, 1, 'undo', 2, 'Anne', NULL, NULL, NULL),
    (10, 1, 'undo', 1, 'Anna', NULL, NULL, NULL), (11, 1, 'delete', 2, 'Bea', NULL, NULL, NULL);
  UPDATE change SET undone_by = 8 WHERE id = 7;
  UPDATE change SET undone_by = 9 WHERE id = 6;
  UPDATE change SET undone_by = 10 WHERE id = 5;
  INSERT INTO contact VALUES (1, 'Ana', '', 'ana', '', 1, 1, NULL, NULL, 4), (2, 'Bea', '', 'bea', '', 1, 1, 5, 11, 9),
    (3, 'Carl', '', 'carl', '', 1, 1, 5, 11, 8);
  INSERT INTO former VALUES (5, 1, 'Ana', ''), (6, 1, 'Anna', ''), (9, 1, 'Anne', ''), (10, 1, 'Anna', '');
  UPDATE tally SET listed = 1, binned = 2;`;

test("What was changed and undone before the log kept what each change moved is undone and redone as it was", () => {
  using open = new DisposableStack();
  const db = open.adopt(openDatabase(":memory:"), (it) => it.close());
  for (const file of ["0001_initial.sql", "0002_undone_by.sql"])
    db.exec(fs.readFileSync(`db/agenda/${file}`, "utf8"));
  db.pragma("user_version = 2");
  db.exec(written);
  migrate(db, "db/agenda");
  const list = () =>
    db.prepare("SELECT name FROM contact WHERE deleted_at IS NULL ORDER BY id").pluck().all().join();

  expect(db.prepare("SELECT * FROM moved").raw().all()).toEqual([
    [4, 1, 1],
    [6, 2, 2],
    [7, 3, 3],
    [11, 2, 3],
  ]);
  undoChange(db, nextSteps(db).undo!, 9);
  expect(list()).toBe("Ana,Bea,Carl");
  // The edit, the merge and the deletion, in the order in which they were done.
  for (const [undo, after] of [
    [10, "Anna,Bea,Carl"],
    [9, "Anne,Carl"],
    [8, "Anne"],
  ] as const) {
    undoChange(db, undo, 9);
    expect(list()).toBe(after);
  }
  // Which deletion the recovery had followed was not kept: neither of them moves Ana.
  for (const after of [
    "Anne,Carl",
    "Anna,Bea,Carl",
    "Ana,Bea,Carl",
    "Ana,Bea,Carl",
    "Ana,Bea,Carl",
    "Ana",
    "",
  ]) {
    undoChange(db, nextSteps(db).undo!, 9);
    expect(list()).toBe(after);
  }
  expect(db.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
});
