import * as fc from "fast-check";
import { expect, test } from "vitest";
import { figuresOf, sumUp } from "../../../src/estatus/core/figures.ts";
import { partition } from "../../../src/estatus/core/partition.ts";
import { eachSlice, readHistory, readOutline, readPrograms } from "../../../src/estatus/store/history.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { openDatabase, type Db } from "../../../src/sqlite/open.ts";
import { anyChronicle, anyInterval } from "../core/histories.ts";
import type { Chronicle } from "../../../src/estatus/core/chronicle.ts";

function storeOf(chronicle: Chronicle): Db {
  const db = openDatabase(":memory:");
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

test("whatever a store holds, read slice by slice it comes to the same figures as read at once", () => {
  fc.assert(
    fc.property(anyChronicle, anyInterval, fc.integer({ min: 0, max: 4 }), (chronicle, window, most) => {
      fc.pre(window.to > window.from);
      const db = storeOf(chronicle);
      const [program] = readPrograms(db);
      const outline = readOutline(db, program!, window);
      const slices = [...eachSlice(db, program!, window, most)].map((one) => ({
        parts: partition({ ...outline, outages: one.outages }, one.window),
        outages: one.outages,
      }));
      const { parts: _, ...whole } = figuresOf(readHistory(db, program!, window), window);
      expect(slices[0]!.parts.window.from).toBe(window.from);
      expect(slices.at(-1)!.parts.window.to).toBe(window.to);
      expect(sumUp(slices, outline, window)).toEqual(whole);
      db.close();
    }),
  );
});

test("no slice holds more outages than were asked for and those that reach into it", () => {
  const outages = Array.from({ length: 100 }, (_, i) => ({
    kind: "missing" as const,
    earliestStart: i * 10,
    latestStart: i * 10 + 2,
    endedAt: i * 10 + 5,
  }));
  const db = storeOf({
    coverage: [],
    gaps: [],
    pauses: [],
    outages,
    firstCheckAt: 0,
    checkedAt: 1_000,
  });
  const [program] = readPrograms(db);
  const sizes = [...eachSlice(db, program!, { from: 0, to: 1_000 }, 10)].map((one) => one.outages.length);
  expect(sizes.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  db.close();
});
