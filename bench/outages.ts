import fs from "node:fs";
import path from "node:path";
import { STORE_FILE } from "../src/estatus/store/store-file.ts";
import { configure } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { median } from "./harness/figures.ts";
import { addPast, DAY } from "./harness/history.ts";
import { startMeasure, type Command, type Measure } from "./harness/measure.ts";
import { race, said } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { bareNode, estatus, newStage, type Stage } from "./harness/stage.ts";

/** A report of 30 days out of ten years: it costs what 30 days hold, not what the store holds. */
export const outages: Group = { name: "outages", needs: ["sqlite3"], run: reportOverMany };

/** In the last 30 days, in a store of any size. */
const RECENT = 300;

async function reportOverMany({ short }: Bench): Promise<Row[]> {
  using few = newStage();
  using many = newStage();
  await using measure = startMeasure(few.folder);
  const most = short ? 100_000 : 1_000_000;
  await fill(measure, few, 1_000);
  await fill(measure, many, most);
  const report = (stage: Stage) => estatus(stage, "report", "--since", "30d");
  const runs = short ? 2 : 25;
  const costs = await race(
    measure,
    {
      few: { name: "report", ...report(few), verify: said(/\b300\b/) },
      many: { name: "report", ...report(many), verify: said(/\b300\b/) },
      shell: { name: "sqlite3", ...sqliteShell(many), verify: said(/^(?:[^\n]*survived[^\n]*\n){20,}/m) },
      node: { name: "node -e 0", ...bareNode(many), verify: said(/^$/) },
    },
    runs,
  );
  const wall = (who: keyof typeof costs) => median(costs[who].map((cost) => cost.wall));
  const words = `report --since 30d of ${most.toLocaleString("en")}`;
  const bytes = fs.statSync(path.join(many.estatus, STORE_FILE)).size;
  return [
    {
      what: `${words}, beyond boot`,
      unit: "ms",
      ours: wall("many") - wall("node"),
      peer: { name: "sqlite3 shell", value: wall("shell") },
      goal: { atMost: 1.3, of: "ratio" },
      runs,
      note: `the whole report took ${wall("many").toFixed(1)} ms, bare Node ${wall("node").toFixed(1)} ms`,
    },
    {
      what: words,
      unit: "ms",
      ours: wall("many"),
      peer: { name: "of 1,000", value: wall("few") },
      goal: { atMost: 1.1, of: "ratio" },
      runs,
    },
    {
      what: `a store of ${most.toLocaleString("en")}`,
      unit: "MB",
      ours: bytes / 1_000_000,
      ...(short ? {} : { goal: { atMost: 120, of: "value" } as const }),
    },
  ];
}

async function fill(measure: Measure, stage: Stage, total: number): Promise<void> {
  configure(stage, [stage.program]);
  startProgram(stage.program);
  said(/is up/)(await measure.run(estatus(stage, "check")));
  const now = Date.now();
  addPast(stage, [
    { from: now - 3_650 * DAY, to: now - 31 * DAY, outages: total - RECENT },
    // Well inside the window, which moves while this runs.
    { from: now - 29 * DAY, to: now, outages: RECENT },
  ]);
}

/** What a person who knows the tables asks of the sqlite3 shell to see the same as the report. */
function sqliteShell(stage: Stage): Command {
  const since = Date.now() - 30 * DAY;
  const touching = `program_id = 1 AND ended_at > ${since}`;
  const query = `
    SELECT id, name, first_check_at FROM program ORDER BY name;
    SELECT started_at, ended_at FROM coverage WHERE ${touching};
    SELECT started_at, ended_at, cause FROM gap WHERE ${touching};
    SELECT started_at, until FROM pause WHERE program_id = 1 AND until > ${since};
    SELECT kind, earliest_start, latest_start, ended_at FROM outage WHERE ${touching};
    SELECT kind, earliest_start, latest_start FROM outage WHERE program_id = 1 AND ended_at IS NULL;
    SELECT *, (SELECT json_group_array(json_object('at', at, 'result', result)) FROM attempt WHERE outage_id = o.id)
      FROM outage o WHERE ${touching} ORDER BY ended_at DESC LIMIT 40;`;
  const file = path.join(stage.estatus, STORE_FILE);
  return { argv: ["/usr/bin/sqlite3", "-readonly", file, query], env: stage.env };
}
