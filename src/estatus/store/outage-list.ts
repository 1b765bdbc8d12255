import type { Db } from "../../sqlite/open.ts";
import { likelyStart, type StartShares } from "../core/likely-start.ts";
import type { Attempt, Interval, Outage } from "../core/outage.ts";
import { readShares } from "./start-tally.ts";

/** An outage with its relaunches, in the order they were made, and its likely start (UTC ms). */
export type OutageWithAttempts = Outage & {
  readonly likelyStart: number;
  readonly attempts: readonly Attempt[];
};

type Row = Outage & { readonly attempts: string };

/**
 * The outages of one program that touch `window`, one at a time and oldest first, the open one last; with
 * `newest`, only that many of the newest. Rows stay in the store until they are asked for.
 */
export function* eachOutage(
  db: Db,
  programId: number,
  window: Interval,
  newest?: number,
): Generator<OutageWithAttempts> {
  const touching = { id: programId, since: window.from, until: window.to };
  const shares = readShares(db, programId);
  // Seldom is one open, and the statement for all that is told of it takes longer to prepare than all others here.
  const isOpen = db.prepare<typeof touching>(openId).get(touching) !== undefined;
  const open = isOpen ? db.prepare<typeof touching, Row>(openOutage).get(touching) : undefined;
  const limit = newest === undefined ? -1 : Math.max(0, newest - (open ? 1 : 0));
  const ended = db.prepare<typeof touching & { limit: number }, Row>(
    limit < 0 ? endedOutages : newestOutages,
  );
  for (const row of ended.iterate({ ...touching, limit })) yield withAttempts(row, shares);
  if (open && newest !== 0) yield withAttempts(open, shares);
}

function withAttempts(row: Row, shares: StartShares): OutageWithAttempts {
  return { ...row, likelyStart: likelyStart(row, shares), attempts: JSON.parse(row.attempts) as Attempt[] };
}

const launchedAs = `
  (SELECT json_object('folder', folder, 'priority', priority, 'session', session,
      'ownSession', iif(own_session, json('true'), iif(own_session IS NULL, NULL, json('false'))),
      'elevated', iif(elevated, json('true'), iif(elevated IS NULL, NULL, json('false'))))
    FROM launched_as WHERE launched_as.id = launched_as_id)`;
const columns = `
  SELECT id, kind, cause, earliest_start AS earliestStart, latest_start AS latestStart, ended_at AS endedAt,
    ended_by AS endedBy, (SELECT told FROM restoration WHERE id = restored_id) AS restored, (
      SELECT json_group_array(json_object(
        'at', at, 'result', result, 'pid', pid, 'error', error, 'launchedAs', json(${launchedAs})) ORDER BY number)
      FROM attempt WHERE outage_id = outage.id
    ) AS attempts
  FROM outage WHERE program_id = :id AND earliest_start < :until`;
const openOutage = `${columns} AND ended_at IS NULL`;
const openId =
  "SELECT id FROM outage WHERE program_id = :id AND earliest_start < :until AND ended_at IS NULL";
const endedOnes = `${columns} AND ended_at > :since
    AND ended_at <= :until + coalesce((SELECT ms FROM longest_outage WHERE program_id = :id), 0)`;
/** The statement behind `eachOutage`, whose plan a test looks at. */
export const endedOutages = `${endedOnes} ORDER BY ended_at`;
const newestOutages = `SELECT * FROM (${endedOnes} ORDER BY ended_at DESC LIMIT :limit) ORDER BY endedAt`;
