import { openStore, type Store } from "../../src/estatus/store/store.ts";
import { takeInSteady } from "../../src/estatus/store/take-in-steady.ts";
import type { Home } from "./home.ts";

/** Columns that hold the wall clock's time, and those that hold the machine's own clocks. */
const WALL: Readonly<Record<string, readonly string[]>> = {
  program: ["first_check_at"],
  sight: ["looked_at", "covered_from", "checked_at", "started_at", "alive_at", "beat_at"].concat([
    "stale_since",
    "last_attempt_at",
  ]),
  coverage: ["started_at", "ended_at"],
  gap: ["started_at", "ended_at"],
  outage: ["earliest_start", "latest_start", "ended_at"],
  attempt: ["at"],
  pause: ["started_at", "until", "ended_at"],
};
const ELAPSED = { sight: ["elapsed_ms"] };
const AWAKE = { sight: ["awake_ms"] };

/** Reads or changes what is recorded. */
export function recorded<T>(home: Home, work: (db: Store) => T): T {
  const db = openStore(home.estatus);
  try {
    takeInSteady(db, home.estatus);
    return work(db);
  } finally {
    db.close();
  }
}

/** Makes everything recorded `ms` older, as if so long had gone by since: nobody waits for a back-off. */
export function age(home: Home, ms: number): void {
  for (const columns of [WALL, ELAPSED, AWAKE]) shift(home, columns, -ms);
}

/** The same, as if the machine had slept for all of it. */
export function sleepFor(home: Home, ms: number): void {
  for (const columns of [WALL, ELAPSED]) shift(home, columns, -ms);
}

/** Makes everything recorded speak as if the wall clock had been set by `ms` since: forward where it is positive. */
export function setClock(home: Home, ms: number): void {
  shift(home, WALL, -ms);
}

function shift(home: Home, columns: typeof WALL, ms: number): void {
  recorded(home, (db) => {
    for (const [table, names] of Object.entries(columns)) {
      db.prepare(
        `UPDATE ${table} SET ${names.map((name) => `${name} = ${name} + (${ms})`).join(", ")}`,
      ).run();
    }
  });
}
