import { openStore, type Store } from "../../src/estatus/store/store.ts";
import type { Home } from "./home.ts";

const SHIFTED: Readonly<Record<string, readonly string[]>> = {
  program: ["first_check_at"],
  sight: [
    "looked_at",
    "covered_from",
    "checked_at",
    "elapsed_ms",
    "awake_ms",
    "started_at",
    "alive_at",
  ].concat(["beat_at", "stale_since", "last_attempt_at"]),
  coverage: ["started_at", "ended_at"],
  gap: ["started_at", "ended_at"],
  outage: ["earliest_start", "latest_start", "ended_at"],
  attempt: ["at"],
  pause: ["started_at", "until", "ended_at"],
};

/** Reads or changes what is recorded. */
export function recorded<T>(home: Home, work: (db: Store) => T): T {
  const db = openStore(home.estatus);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Makes everything recorded `ms` older, as if so long had gone by since: nobody waits for a back-off. */
export function age(home: Home, ms: number): void {
  recorded(home, (db) => {
    for (const [table, columns] of Object.entries(SHIFTED)) {
      db.prepare(
        `UPDATE ${table} SET ${columns.map((name) => `${name} = ${name} - ${ms}`).join(", ")}`,
      ).run();
    }
  });
}
