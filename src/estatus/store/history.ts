import type { Db } from "../../sqlite/open.ts";
import type { Chronicle, OutageSpan } from "../core/chronicle.ts";
import { readKeptDays } from "./daily-totals.ts";
import { likelyStart } from "../core/likely-start.ts";
import type { Cause, Gap, Interval } from "../core/outage.ts";
import { DEFAULT_POLICY } from "../core/policy.ts";
import { readShares } from "./start-tally.ts";

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
  return { ...readOutline(db, program, window), outages: outageReader(db, program)(window) };
}

/** The same without the outages. */
export function readOutline(db: Db, program: Program, window: Interval): Chronicle {
  const touching = { id: program.id, since: window.from, until: window.to };
  const rows = <T>(sql: string) => db.prepare<typeof touching, T>(sql).all(touching);
  const growing = db
    .prepare<[number], Interval & { readonly interval: number }>(
      'SELECT covered_from AS "from", checked_at AS "to", interval_ms AS interval FROM sight WHERE program_id = ?',
    )
    .get(program.id);
  return {
    coverage: [...rows<Interval>(finished("coverage", "")), ...(growing ? [growing] : [])],
    gaps: rows<Gap>(finished("gap", ", cause")),
    pauses: rows<Interval>(pauses),
    outages: [],
    kept: readKeptDays(db, program.id, window),
    firstCheckAt: program.firstCheckAt,
    checkedAt: growing?.to ?? program.firstCheckAt,
    interval: growing?.interval ?? DEFAULT_POLICY.interval,
  };
}

/** So many outages are held at once. */
const MOST_AT_ONCE = 1_000;

/** The outages of `window`, in slices of it that lie side by side and hold few enough to be let go of soon. */
export function* eachSlice(
  db: Db,
  program: Program,
  window: Interval,
  most = MOST_AT_ONCE,
): Generator<{ readonly window: Interval; readonly outages: OutageSpan[] }> {
  const next = db.prepare<unknown[], number>(sliceEnd).pluck();
  const read = outageReader(db, program);
  for (let from = window.from; from < window.to;) {
    const edge = next.get(program.id, from, most) ?? window.to;
    const slice = { from, to: Math.min(edge, window.to) };
    yield { window: slice, outages: read(slice) };
    from = slice.to;
  }
}

function outageReader(db: Db, program: Program) {
  const shares = readShares(db, program.id);
  const ended = db.prepare<unknown[], Span>(endedSpans);
  const open = db.prepare<unknown[], Span>(openSpan);
  // Outages lie in the order of their ends: only their longest says how far beyond a window one of it may end.
  const longest = longestOutage(db, program);
  return ({ from, to }: Interval): OutageSpan[] => {
    const touching = { id: program.id, since: from, until: to, last: to + longest };
    const spans = ended.all(touching).concat(open.all(touching));
    return spans.map((one) => ({ ...one, likelyStart: likelyStart(one, shares) }));
  };
}

function longestOutage(db: Db, { id }: Program): number {
  return (
    db.prepare<unknown[], number>("SELECT ms FROM longest_outage WHERE program_id = ?").pluck().get(id) ?? 0
  );
}

type Span = OutageSpan & { readonly cause: Cause };

const sliceEnd = `
  SELECT ended_at FROM outage WHERE program_id = ? AND ended_at > ?
  ORDER BY ended_at LIMIT 1 OFFSET ?`;

const finished = (table: "coverage" | "gap", more: string) => `
  SELECT started_at AS "from", ended_at AS "to"${more} FROM ${table}
  WHERE program_id = :id AND ended_at > :since AND started_at < :until`;

const pauses = `
  SELECT started_at AS "from", min(until, coalesce(ended_at, until)) AS "to" FROM pause
  WHERE program_id = :id AND until > :since AND started_at < :until`;

const span = `
  SELECT kind, cause, earliest_start AS earliestStart, latest_start AS latestStart, ended_at AS endedAt FROM outage`;
// One that ended just where the window begins was brought back in it.
const endedSpans = `${span} WHERE program_id = :id
  AND ended_at >= :since AND ended_at <= :last AND earliest_start < :until`;
const openSpan = `${span} WHERE program_id = :id AND ended_at IS NULL AND earliest_start < :until`;
