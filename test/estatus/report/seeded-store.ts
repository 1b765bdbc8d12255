import { addAttempt } from "../../../src/estatus/store/attempts.ts";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { restorationId } from "../../../src/estatus/store/outages.ts";
import { openStore, type Store } from "../../../src/estatus/store/store.ts";

export type SeedOutage = {
  readonly kind?: string;
  readonly cause?: string;
  readonly earliest: number;
  readonly latest: number;
  readonly ended: number | null;
  readonly restored?: string;
  readonly errors?: readonly string[];
};

export type Seed = {
  readonly name: string;
  readonly coveredFrom: number;
  readonly checkedAt: number;
  /** A minute where it is not given. */
  readonly interval?: number;
  readonly coverage?: readonly (readonly [number, number])[];
  readonly gaps?: readonly (readonly [number, number, string])[];
  readonly pauses?: readonly (readonly [number, number, number | null])[];
  readonly outages?: readonly SeedOutage[];
};

/** A folder with a real store that holds what was asked for; the caller removes it. */
export function seededFolder(seeds: readonly Seed[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-report-"));
  const db = openStore(folder);
  for (const seed of seeds) insert(db, seed);
  db.close();
  return folder;
}

function insert(db: Store, seed: Seed): void {
  const first = Math.min(seed.coveredFrom, ...(seed.coverage ?? []).map(([from]) => from));
  const { lastInsertRowid: id } = db
    .prepare("INSERT INTO program (name, first_check_at) VALUES (?, ?)")
    .run(seed.name, first);
  db.prepare(
    `INSERT INTO sight (program_id, state, looked_at, covered_from, checked_at, boot_id, elapsed_ms, awake_ms,
       interval_ms, stale_looks, looks_since_listing, recent_attempts)
     VALUES (?, 'up', ?, ?, ?, 'boot', 0, 0, ?, 0, 0, 0)`,
  ).run(id, seed.checkedAt, seed.coveredFrom, seed.checkedAt, seed.interval ?? 60_000);
  const coverage = db.prepare("INSERT INTO coverage (program_id, started_at, ended_at) VALUES (?, ?, ?)");
  for (const [from, to] of seed.coverage ?? []) coverage.run(id, from, to);
  const gap = db.prepare("INSERT INTO gap (program_id, started_at, ended_at, cause) VALUES (?, ?, ?, ?)");
  for (const row of seed.gaps ?? []) gap.run(id, ...row);
  const pause = db.prepare("INSERT INTO pause (program_id, started_at, until, ended_at) VALUES (?, ?, ?, ?)");
  for (const row of seed.pauses ?? []) pause.run(id, ...row);
  for (const one of seed.outages ?? []) insertOutage(db, id, one);
}

function insertOutage(db: Store, program: number | bigint, one: SeedOutage): void {
  const { lastInsertRowid: id } = db
    .prepare(
      `INSERT INTO outage (program_id, kind, cause, earliest_start, latest_start, ended_at, ended_by, restored_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      program,
      one.kind ?? "missing",
      one.cause ?? "killed",
      one.earliest,
      one.latest,
      one.ended,
      one.ended === null ? null : "estatus",
      restorationId(db, one.restored ?? null),
    );
  for (const error of one.errors ?? []) {
    addAttempt(db, Number(id), { at: one.latest, result: "failed", pid: null, token: null, error });
  }
}
