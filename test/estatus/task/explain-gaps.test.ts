import { expect, test } from "vitest";
import type { SchedulerFacts } from "../../../src/estatus/core/gap-cause.ts";
import type { GapCause } from "../../../src/estatus/core/outage.ts";
import { explainGapsOf } from "../../../src/estatus/task/explain-gaps.ts";
import { newHome, type Home } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

const T = 1_800_000_000_000;
const HOUR = 3_600_000;
const off: SchedulerFacts = { task: "off", writtenAt: null, runsOnBattery: true, events: [] };

function withGaps(home: Home, causes: readonly GapCause[]) {
  return recorded(home, (db) =>
    causes.map((cause, i) => {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO program (name, first_check_at) VALUES (?, 0)")
        .run(`P${i}`);
      db.prepare("INSERT INTO gap (program_id, started_at, ended_at, cause) VALUES (?, ?, ?, ?)").run(
        lastInsertRowid,
        T + i,
        T + HOUR + i,
        cause,
      );
      return { program: `P${i}`, gap: { from: T + i, to: T + HOUR + i, cause } };
    }),
  );
}

const causes = (home: Home) =>
  recorded(home, (db) => db.prepare("SELECT cause FROM gap ORDER BY program_id").pluck().all());

test("all programs' unexplained gaps are explained with one question, over all their time; others stay", async () => {
  using home = newHome();
  const checks = withGaps(home, ["unexplained", "asleep", "unexplained"]);
  const asked: unknown[] = [];
  await explainGapsOf(checks, home.estatus, async (gap) => {
    asked.push(gap);
    return off;
  });
  expect(asked).toEqual([{ from: T, to: T + HOUR + 2 }]);
  expect(causes(home)).toEqual(["task-disabled", "asleep", "task-disabled"]);
});

test("nothing is asked where every gap has its cause, and nothing changed where the answer explains none", async () => {
  using home = newHome();
  const asked: unknown[] = [];
  await explainGapsOf(withGaps(home, ["machine-off"]), home.estatus, async (gap) => {
    asked.push(gap);
    return off;
  });
  expect(asked).toEqual([]);
  using other = newHome();
  await explainGapsOf(withGaps(other, ["unexplained"]), other.estatus, async () => ({
    ...off,
    task: "unknown",
  }));
  expect(causes(other)).toEqual(["unexplained"]);
});
