import type { Db } from "../../sqlite/open.ts";
import type { Chronicle, OutageSpan } from "../core/chronicle.ts";
import { readKeptDays } from "./daily-totals.ts";
import type { Gap, Interval } from "../core/outage.ts";

/** A program as the store knows it. */
export type Program = { readonly id: number; readonly name: string; readonly firstCheckAt: number };

/** Every program that was ever checked, by name. */
export function readPrograms(db: Db): Program[] {
  return db
    .prepare<[], Program>("SELECT id, name, first_check_at AS firstCheckAt FROM program ORDER BY name")
    .all();
}

/** What touches `window` of one program's history; costs what the window holds, not what the store holds. */
export function readHistory(db: Db, program: Program, window: Interval): Chronicle {
  const touching = { id: program.id, since: window.from, until: window.to };
  const rows = <T>(sql: string) => db.prepare<typeof touching, T>(sql).all(touching);
  const growing = db
    .prepare<[number], Interval>(
      'SELECT covered_from AS "from", checked_at AS "to" FROM sight WHERE program_id = ?',
    )
    .get(program.id);
  return {
    coverage: [...rows<Interval>(finished("coverage", "")), ...(growing ? [growing] : [])],
    gaps: rows<Gap>(finished("gap", ", cause")),
    pauses: rows<Interval>(pauses),
    outages: [...rows<OutageSpan>(endedSpans), ...rows<OutageSpan>(openSpan)],
    kept: readKeptDays(db, program.id, window),
    firstCheckAt: program.firstCheckAt,
    checkedAt: growing?.to ?? program.firstCheckAt,
  };
}

const finished = (table: "coverage" | "gap", more: string) => `
  SELECT started_at AS "from", ended_at AS "to"${more} FROM ${table}
  WHERE program_id = :id AND ended_at > :since AND started_at < :until`;

const pauses = `
  SELECT started_at AS "from", min(until, coalesce(ended_at, until)) AS "to" FROM pause
  WHERE program_id = :id AND until > :since AND started_at < :until`;

const span = `
  SELECT kind, earliest_start AS earliestStart, latest_start AS latestStart, ended_at AS endedAt FROM outage`;
const endedSpans = `${span} WHERE program_id = :id AND ended_at > :since AND earliest_start < :until`;
const openSpan = `${span} WHERE program_id = :id AND ended_at IS NULL AND earliest_start < :until`;
