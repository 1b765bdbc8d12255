import fs from "node:fs";
import path from "node:path";
import { DEFAULT_POLICY } from "../src/estatus/core/policy.ts";
import { isListingDue } from "../src/estatus/see-alive.ts";
import { readSteady } from "../src/estatus/store/steady-file.ts";
import { configure, type Guarded } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { median } from "./harness/figures.ts";
import { startMeasure, type Cost, type Measure } from "./harness/measure.ts";
import { race, type Contender } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { estatus, newStage, type Stage } from "./harness/stage.ts";

/** One check of many programs, beside one check of one: they share the start, the store and the list. */
export const programs: Group = { name: "programs", needs: [], run: manyAtOnce };

type Who = "one" | "twenty" | "twoHundred";

async function manyAtOnce({ short }: Bench): Promise<Row[]> {
  using one = newStage();
  using twenty = newStage();
  using twoHundred = newStage();
  await using measure = startMeasure(one.folder);
  const watched = [
    [one, 1],
    [twenty, 20],
    [twoHundred, 200],
  ] as const;
  for (const [stage, count] of watched) await settle(measure, stage, count);
  // One in ten lists all processes, which the medians do not feel.
  const runs = short ? 2 : 30;
  const contenders = { one: all(one, 1), twenty: all(twenty, 20), twoHundred: all(twoHundred, 200) };
  const costs = await race(measure, contenders, runs);
  const row = (words: string, who: Who, what: "wall" | "cpu", atMost?: number): Row => ({
    what: words,
    unit: "ms",
    ours: median(costs[who].map((cost) => cost[what])),
    peer: { name: "one program", value: median(costs.one.map((cost) => cost[what])) },
    ...(atMost === undefined ? {} : { goal: { atMost, of: "ratio" } }),
    runs,
  });
  return [
    row("20 programs, wall", "twenty", "wall"),
    row("20 programs, CPU", "twenty", "cpu"),
    row("200 programs, wall", "twoHundred", "wall", 1.5),
    row("200 programs, CPU", "twoHundred", "cpu", 1.5),
    ...(short ? [] : await listings(measure, one, twoHundred, costs)),
  ];
}

function all(stage: Stage, count: number): Contender {
  return { name: `${count} programs`, ...estatus(stage, "check"), verify: (cost) => allUp(cost, count) };
}

function allUp(cost: Cost, count: number): void {
  const up = cost.output.match(/is up/g)?.length ?? 0;
  if (up !== count) throw new Error(`${up} of ${count} programs are up: ${cost.output.slice(0, 400)}`);
}

/** Starts the programs, and checks until each of them has been found once. */
async function settle(measure: Measure, stage: Stage, count: number): Promise<void> {
  const sleepers = Array.from({ length: count }, (_, index) => namedAfter(stage, index));
  configure(stage, sleepers);
  for (const sleeper of sleepers) startProgram(sleeper);
  let cost = await measure.run(estatus(stage, "check"));
  for (let more = 0; cost.code !== 0 && more < 3; more += 1)
    cost = await measure.run(estatus(stage, "check"));
  allUp(cost, count);
}

/** Every tenth check lists all processes: it alone, and what a check is on average. */
async function listings(
  measure: Measure,
  one: Stage,
  twoHundred: Stage,
  steady: Readonly<Record<Who, readonly Cost[]>>,
): Promise<Row[]> {
  const lists = { one: [] as Cost[], twoHundred: [] as Cost[] };
  for (let round = 0; round < 10; round += 1) {
    lists.one.push(await theListing(measure, one));
    lists.twoHundred.push(await theListing(measure, twoHundred));
  }
  const wall = (costs: readonly Cost[]) => median(costs.map((cost) => cost.wall));
  const onAverage = (who: "one" | "twoHundred") => (9 * wall(steady[who]) + wall(lists[who])) / 10;
  const unsure = lists.twoHundred.flatMap(({ output }) => output.match(/could not tell/g) ?? []).length;
  return [
    {
      what: "200 programs, a check that lists, wall",
      unit: "ms",
      ours: wall(lists.twoHundred),
      peer: { name: "one program", value: wall(lists.one) },
      ...(unsure === 0 ? {} : { note: `${unsure} times a program could not be told` }),
    },
    {
      what: "200 programs, on average, wall",
      unit: "ms",
      ours: onAverage("twoHundred"),
      peer: { name: "one program", value: onAverage("one") },
      goal: { atMost: 1.5, of: "ratio" },
    },
  ];
}

async function theListing(measure: Measure, stage: Stage): Promise<Cost> {
  const isDue = () =>
    Object.values(readSteady(stage.estatus)?.programs ?? {}).some((memory) =>
      isListingDue(memory, DEFAULT_POLICY),
    );
  for (let checks = 0; !isDue() && checks < 10; checks += 1) await measure.run(estatus(stage, "check"));
  return measure.run(estatus(stage, "check"));
}

// Another name for one file: a name of its own is what tells programs apart, and 200 copies would only fill the disk.
function namedAfter(stage: Stage, index: number): Guarded {
  const name = `b${index}-${stage.program.name.slice(-6)}`;
  const executable = path.join(stage.folder, name);
  fs.linkSync(stage.program.executable, executable);
  return { ...stage.program, name, executable };
}
