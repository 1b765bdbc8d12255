import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import Database from "better-sqlite3";
import type { Chronicle, OutageSpan } from "../../../src/estatus/core/chronicle.ts";
import type { Interval } from "../../../src/estatus/core/outage.ts";
import { readHistory, readPrograms } from "../../../src/estatus/store/history.ts";
import { giveBackRoom, prunable, prune } from "../../../src/estatus/store/prune.ts";
import type { Db } from "../../../src/sqlite/open.ts";
import { anyChronicle } from "../core/histories.ts";
import { storeOf } from "./store-of.ts";
import { figuresOf } from "../core/figures-of.ts";

const DAY = 86_400_000;
/** Histories of 1,000 ms become histories of ten days. */
const STRETCH = DAY / 100;

function stretched(chronicle: Chronicle): Chronicle {
  const longer = <T extends Interval>(one: T): T => ({
    ...one,
    from: one.from * STRETCH,
    to: one.to * STRETCH,
  });
  return {
    ...chronicle,
    coverage: chronicle.coverage.map(longer),
    gaps: chronicle.gaps.map(longer),
    pauses: [],
    outages: chronicle.outages.map((one) => ({
      ...one,
      earliestStart: one.earliestStart * STRETCH,
      latestStart: one.latestStart * STRETCH,
      endedAt: one.endedAt === null ? null : one.endedAt * STRETCH,
    })),
    firstCheckAt: 0,
    checkedAt: 10 * DAY,
    interval: 60_000,
  };
}

const sums = (db: Db, window: Interval) => {
  const { times, failures } = figuresOf(readHistory(db, readPrograms(db)[0]!, window), window);
  return { times, failures };
};

test("whatever is pruned when, a report of the whole time says the same times and failures, and nothing open goes", () => {
  const cuts = fc.array(fc.nat(11), { maxLength: 3 });
  fc.assert(
    fc.property(anyChronicle, cuts, (any, days) => {
      const db = storeOf(stretched(any));
      const whole = { from: -DAY, to: 11 * DAY };
      const before = sums(db, whole);
      const open = db.prepare("SELECT * FROM outage WHERE ended_at IS NULL").all();
      for (const day of days) {
        prune(db, day * DAY, "UTC");
        expect(sums(db, whole)).toEqual(before);
        expect(prunable(db, day * DAY, "UTC")).toEqual({ outages: 0, days: 0 });
      }
      expect(db.prepare("SELECT * FROM outage WHERE ended_at IS NULL").all()).toEqual(open);
      db.close();
    }),
  );
});

function storeWith(outages: readonly OutageSpan[], folder: string): Db {
  const coverage = [{ from: 0, to: 400 * DAY }];
  const past = {
    coverage,
    gaps: [],
    pauses: [],
    outages,
    firstCheckAt: 0,
    checkedAt: 400 * DAY,
    interval: 60_000,
  };
  return storeOf(past, path.join(folder, "estatus.db"));
}

const every = (ms: number, count: number): OutageSpan[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: "missing",
    earliestStart: i * ms,
    latestStart: i * ms + 10,
    endedAt: i * ms + 1_000,
  }));

test("pruning asks for nothing but what it prunes: no statement goes through the outages that stay", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-prune-"));
  storeWith(every(DAY / 10, 4_000), folder).close();
  const asked: string[] = [];
  const db = new Database(path.join(folder, "estatus.db"), { verbose: (sql) => asked.push(String(sql)) });
  expect(prunable(db, 40 * DAY, "UTC")).toEqual({ outages: 400, days: 40 });
  prune(db, 40 * DAY, "UTC");
  expect(giveBackRoom(db)).toBe(false);
  const statements = asked.filter((sql) => /^\s*(SELECT|DELETE|UPDATE|INSERT)/.test(sql));
  expect(statements.length).toBeGreaterThan(10);
  const plans = statements.flatMap((sql) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((row) => row.detail),
  );
  const ofOutages = plans.filter((plan) => /\b(outage|attempt)\b/.test(plan));
  expect(ofOutages).not.toEqual([]);
  const bounded = /ended_at<\?|ended_at=\?|rowid=\?|outage_id=\?|ended_at>\?\) LIMIT/;
  // Where the next slice ends: it stops after so many.
  const isBounded = (plan: string) => bounded.test(plan) || plan.includes("COVERING INDEX outage_by_end");
  expect(ofOutages.filter((plan) => !isBounded(plan))).toEqual([]);
  db.close();
  fs.rmSync(folder, { recursive: true });
});

test("the file is written anew only where a good part of it is empty, and then what nobody says any more goes too", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-prune-"));
  const db = storeWith(every(DAY / 10, 4_000), folder);
  db.exec(`INSERT INTO restoration VALUES (1, '{"contacts":1}'), (2, '{"contacts":2}')`);
  db.exec("UPDATE outage SET restored_id = iif(id > 3900, 2, 1)");
  const size = () => {
    db.pragma("wal_checkpoint(TRUNCATE)");
    return fs.statSync(path.join(folder, "estatus.db")).size;
  };
  const whole = size();
  prune(db, 40 * DAY, "UTC");
  expect(giveBackRoom(db)).toBe(false);
  expect(size()).toBe(whole);
  prune(db, 395 * DAY, "UTC");
  expect(giveBackRoom(db)).toBe(true);
  expect(size()).toBeLessThan(whole / 2);
  expect(db.prepare("SELECT id FROM restoration").pluck().all()).toEqual([2]);
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
  fs.rmSync(folder, { recursive: true });
});
