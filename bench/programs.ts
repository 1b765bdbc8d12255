import fs from "node:fs";
import path from "node:path";
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
  // So few that none of them is the tenth, which lists all processes.
  const runs = short ? 2 : 6;
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
    ...(short ? [] : [await listing(measure, one, twoHundred)]),
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

/** Every tenth check lists all processes; of the next ten it is the one that takes longest. */
async function listing(measure: Measure, one: Stage, twoHundred: Stage): Promise<Row> {
  const [alone, many] = [[] as Cost[], [] as Cost[]];
  for (let check = 0; check < 10; check += 1) {
    alone.push(await measure.run(estatus(one, "check")));
    many.push(await measure.run(estatus(twoHundred, "check")));
  }
  const unsure = many.reduce((sum, cost) => sum + (cost.output.match(/could not tell/g)?.length ?? 0), 0);
  return {
    what: "200 programs, a check that lists, wall",
    unit: "ms",
    ours: Math.max(...many.map((cost) => cost.wall)),
    peer: { name: "one program", value: Math.max(...alone.map((cost) => cost.wall)) },
    goal: { atMost: 1.5, of: "ratio" },
    ...(unsure === 0 ? {} : { note: `${unsure} times a program could not be told` }),
  };
}

// Another name for one file: a name of its own is what tells programs apart, and 200 copies would only fill the disk.
function namedAfter(stage: Stage, index: number): Guarded {
  const name = `b${index}-${stage.program.name.slice(-6)}`;
  const executable = path.join(stage.folder, name);
  fs.linkSync(stage.program.executable, executable);
  return { ...stage.program, name, executable };
}
