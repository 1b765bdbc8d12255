import { beforeEach, expect, test } from "vitest";
import type { LaunchedAs } from "../../../src/estatus/core/runs-as.ts";
import { beginAttempt, noteLaunched } from "../../../src/estatus/store/attempts.ts";
import { lastLaunchedAs } from "../../../src/estatus/store/launched-as.ts";
import { eachOutage } from "../../../src/estatus/store/outage-list.ts";
import { takeInSpool } from "../../../src/estatus/store/take-in-spool.ts";
import type { Store } from "../../../src/estatus/store/store.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { newHome } from "../../support/home.ts";
import { writeSpool } from "./spooled.ts";

const usual: LaunchedAs = {
  folder: "C:\\Casa de Ana María\\Estatus",
  priority: "normal",
  session: 1,
  ownSession: true,
  elevated: false,
};
const unsaid: LaunchedAs = {
  ...usual,
  priority: "unknown",
  session: null,
  ownSession: null,
  elevated: null,
};

let db: Store;
beforeEach(() => {
  db = openDatabase(":memory:");
  migrate(db, "db/estatus");
  db.exec(`INSERT INTO program VALUES (1, 'Agenda', 0);
    INSERT INTO outage (id, program_id, kind, cause, earliest_start, latest_start) VALUES (1, 1, 'missing', 'killed', 5, 5)`);
});

function launched(at: number, launchedAs: LaunchedAs | null): void {
  noteLaunched(db, beginAttempt(db, 1, 1, at), { pid: at, token: String(at), launchedAs });
}
const attempts = () => [...eachOutage(db, 1, { from: 0, to: 100 })][0]!.attempts;

test("each attempt keeps how its program ran, and the same words are kept once", () => {
  for (const [at, as] of [usual, unsaid, null, usual, unsaid].entries()) launched(10 + at, as);
  expect(attempts().map((attempt) => attempt.launchedAs)).toEqual([usual, unsaid, null, usual, unsaid]);
  expect(db.prepare("SELECT count(*) FROM launched_as").pluck().get()).toBe(2);
});

test("the newest launch that anything is known of is the one that counts", () => {
  expect(lastLaunchedAs(db, 1)).toBeNull();
  launched(10, unsaid);
  launched(11, { ...usual, elevated: true });
  launched(12, null);
  expect(lastLaunchedAs(db, 1)).toEqual({ ...usual, elevated: true, at: 11 });
});

test("an attempt that waited in the spool keeps it too, and one of an older checker has nothing to keep", () => {
  using home = newHome();
  const attempt = { pid: 7, token: "7", result: null, error: null };
  writeSpool(home.estatus, [
    { id: "a", program: "Agenda", attempt: { ...attempt, at: 20, launchedAs: usual } },
    { id: "b", program: "Agenda", attempt: { ...attempt, at: 21 } },
    { id: "c", program: "Agenda", attempt: { ...attempt, at: 22, launchedAs: "?" } },
  ]);
  expect(takeInSpool(db, [home.estatus], [])).toBe(2);
  expect(attempts().map((each) => [each.at, each.launchedAs])).toEqual([
    [20, usual],
    [21, null],
  ]);
});
