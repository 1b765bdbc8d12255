import { expect, test } from "vitest";
import { readResource } from "../../../src/resources.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { eachOutage } from "../../../src/estatus/store/outage-list.ts";

test("a store of the first version keeps what its outages said when it is brought up to date", () => {
  const db = openDatabase(":memory:");
  db.exec(readResource("db/estatus/0001_initial.sql"));
  db.pragma("user_version = 1");
  db.exec(`
    INSERT INTO program VALUES (1, 'Agenda', 0);
    INSERT INTO outage VALUES
      (1, 1, 'missing', 'killed', 10, 20, 30, 'estatus', '{"contacts":3}'),
      (2, 1, 'missing', 'closed', 40, 40, 50, 'someone-else', NULL),
      (3, 1, 'missing', 'killed', 60, 70, 80, 'estatus', '{"contacts":3}'),
      (4, 1, 'missing', 'unknown', 90, 95, NULL, NULL, NULL);
    INSERT INTO attempt (outage_id, at, token) VALUES (1, 21, 'old'), (4, 96, 'current');
  `);
  migrate(db, "db/estatus");
  const outages = [...eachOutage(db, 1, { from: 0, to: 100 })];
  expect(outages.map((one) => [one.id, one.restored])).toEqual([
    [1, '{"contacts":3}'],
    [2, null],
    [3, '{"contacts":3}'],
    [4, null],
  ]);
  expect(db.prepare("SELECT token FROM attempt ORDER BY outage_id").pluck().all()).toEqual([null, "current"]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
});
