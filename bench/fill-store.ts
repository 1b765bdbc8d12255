import { restorationId } from "../src/estatus/store/outages.ts";
import type { Store } from "../src/estatus/store/store.ts";

const DAY = 86_400_000;

export type Filling = {
  readonly now: number;
  readonly years: number;
  /** Spread over all the years but the last 30 days. */
  readonly outages: number;
  /** In the last 30 days. */
  readonly recent: number;
};

/**
 * Fills an empty store as years of checks would: four of five outages brought back by Estatus with an attempt,
 * the fifth by its user before a check saw it, every one with what the heartbeat said came back; a gap each night.
 */
export function fillStore(db: Store, { now, years, outages, recent }: Filling): void {
  const since = now - years * 365 * DAY;
  const edge = now - 30 * DAY;
  db.exec("BEGIN");
  db.prepare("INSERT INTO program (id, name, first_check_at) VALUES (1, 'Agenda', ?)").run(since);
  const outage = db.prepare(
    `INSERT INTO outage (program_id, kind, cause, earliest_start, latest_start)
     VALUES (1, ?, 'killed', ?, ?)`,
  );
  const end = db.prepare("UPDATE outage SET ended_at = ?, ended_by = ?, restored_id = ? WHERE id = ?");
  const attempt = db.prepare(
    "INSERT INTO attempt (outage_id, number, at, result, pid) VALUES (?, 1, ?, 'survived', ?)",
  );
  const put = (from: number, to: number, count: number) => {
    const step = (to - from) / Math.max(1, count);
    for (let i = 0; i < count; i++) {
      const latest = Math.floor(from + (i + 0.5) * step);
      const short = Math.min(5_000, Math.floor(step / 4));
      const restored = `{"contacts":${1200 + (i % 50)},"draft":true,"integrity":"ok","lost":0}`;
      const [kind, by] = i % 5 === 4 ? ["restarted", "someone-else"] : ["missing", "estatus"];
      const { lastInsertRowid } = outage.run(kind, latest - short, latest);
      end.run(latest + short, by, restorationId(db, restored), lastInsertRowid);
      if (by === "estatus") attempt.run(lastInsertRowid, latest + 900, 4000 + (i % 30_000));
    }
  };
  put(since, edge, outages);
  put(edge, now, recent);
  coverNights(db, since, now);
  db.exec("COMMIT");
  // A store that grew over years was never written at once: what is left is what the pages hold.
  db.pragma("wal_checkpoint(TRUNCATE)");
}

function coverNights(db: Store, since: number, now: number): void {
  const coverage = db.prepare("INSERT INTO coverage (program_id, started_at, ended_at) VALUES (1, ?, ?)");
  const gap = db.prepare(
    "INSERT INTO gap (program_id, started_at, ended_at, cause) VALUES (1, ?, ?, 'asleep')",
  );
  let from = since;
  for (let night = since + 0.8 * DAY; night + DAY < now; night += DAY) {
    const [asleep, awake] = [Math.floor(night), Math.floor(night + 0.3 * DAY)];
    coverage.run(from, asleep);
    gap.run(asleep, awake);
    from = awake;
  }
  db.prepare(
    `INSERT INTO sight (program_id, state, looked_at, covered_from, checked_at, boot_id, elapsed_ms, awake_ms,
       stale_looks, looks_since_listing, recent_attempts) VALUES (1, 'up', ?, ?, ?, 'boot', 0, 0, 0, 0, 0)`,
  ).run(now, from, now);
}
