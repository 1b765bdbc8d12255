import path from "node:path";
import { openDatabase } from "../../src/sqlite/open.ts";
import { STORE_FILE } from "../../src/estatus/store/store-file.ts";
import type { Stage } from "./stage.ts";

/** In ms. */
export const DAY = 86_400_000;

export type Past = {
  /** UTC ms, both. */
  readonly from: number;
  readonly to: number;
  readonly outages: number;
};

/**
 * Puts a past into the store that a first check has made: days of twelve hours, off at night, with outages of 30 s
 * spread evenly over them, each with the relaunch that ended it.
 */
export function addPast(stage: Stage, pasts: readonly Past[]): void {
  const db = openDatabase(path.join(stage.estatus, STORE_FILE));
  try {
    db.pragma("synchronous = OFF");
    const began = Math.min(...pasts.map((past) => past.from));
    const { changes } = db.prepare("UPDATE program SET first_check_at = ?").run(began);
    if (changes !== 1) throw new Error("the store should know exactly one program");
    for (const { from, to, outages } of pasts) {
      const values = { from, days: Math.floor((to - from) / DAY), outages, day: DAY };
      for (const sql of [WATCHED, NIGHTS, OUTAGES]) db.prepare(sql).run(values);
    }
    db.prepare(ATTEMPTS).run();
    db.exec("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
  }
}

const upTo = (last: string) =>
  `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${last})`;
const WATCHED = `${upTo(":days")}
  INSERT INTO coverage (program_id, started_at, ended_at)
  SELECT 1, :from + i * :day, :from + i * :day + :day / 2 FROM n WHERE :outages >= 0`;
const NIGHTS = `${upTo(":days")}
  INSERT INTO gap (program_id, started_at, ended_at, cause)
  SELECT 1, :from + i * :day + :day / 2, :from + (i + 1) * :day, 'machine-off' FROM n WHERE :outages >= 0`;
// The i-th outage begins at this many days after :from; what is beyond whole days is spread over the twelve hours.
const AT = "1.0 * i * :days / :outages";
const BEGAN = `CAST(:from + floor(${AT}) * :day + (${AT} - floor(${AT})) * (:day / 2 - 60000) AS INTEGER)`;
const OUTAGES = `${upTo(":outages")}, o(i, began) AS (SELECT i, ${BEGAN} FROM n)
  INSERT INTO outage (program_id, kind, cause, earliest_start, latest_start, ended_at, ended_by)
  SELECT 1, 'missing', CASE i % 3 WHEN 0 THEN 'crashed' WHEN 1 THEN 'closed' ELSE 'killed' END,
    began, began + 5000, began + 30000, 'estatus' FROM o`;
const ATTEMPTS = `
  INSERT INTO attempt (outage_id, number, at, result, pid) SELECT id, 1, ended_at - 20, 'survived', 1000 FROM outage`;
