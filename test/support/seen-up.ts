import type { Home } from "./home.ts";
import { recorded } from "./recorded.ts";

/** Whether a check has seen this program up as this process, after `since` (UTC ms), with no outage left open. */
export function isSeenUp(home: Home, name: string, pid: number, since = 0): boolean {
  const row = recorded(home, (db) =>
    db
      .prepare(
        `SELECT 1 FROM sight JOIN program ON id = program_id WHERE name = ? AND state = 'up' AND pid = ?
           AND looked_at > ? AND NOT EXISTS (SELECT 1 FROM outage WHERE program_id = id AND ended_at IS NULL)`,
      )
      .get(name, pid, since),
  );
  return row !== undefined;
}
