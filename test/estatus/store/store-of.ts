import type { Chronicle } from "../../../src/estatus/core/chronicle.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { openDatabase, type Db } from "../../../src/sqlite/open.ts";

/** A store in `file`, or in memory, that holds what a chronicle says of one program, its pauses left out. */
export function storeOf(chronicle: Chronicle, file = ":memory:"): Db {
  const db = openDatabase(file);
  migrate(db, "db/estatus");
  db.prepare("INSERT INTO program VALUES (1, 'Agenda', ?)").run(chronicle.firstCheckAt);
  db.prepare("INSERT INTO start_tally VALUES (1, 40, 4000, 40, 4000, 2500)").run();
  for (const { from, to } of chronicle.coverage) {
    db.prepare("INSERT INTO coverage (program_id, started_at, ended_at) VALUES (1, ?, ?)").run(from, to);
  }
  for (const { from, to, cause } of chronicle.gaps) {
    db.prepare("INSERT INTO gap (program_id, started_at, ended_at, cause) VALUES (1, ?, ?, ?)").run(
      from,
      to,
      cause,
    );
  }
  const outage = db.prepare(
    `INSERT INTO outage (program_id, kind, cause, earliest_start, latest_start, ended_at, ended_by)
     VALUES (1, ?, 'unknown', ?, ?, ?, ?)`,
  );
  let open = false;
  for (const { kind, earliestStart, latestStart, endedAt } of chronicle.outages) {
    // A store has one open outage at most.
    if (endedAt === null && open) continue;
    open ||= endedAt === null;
    outage.run(kind, earliestStart, latestStart, endedAt, endedAt === null ? null : "estatus");
  }
  return db;
}
