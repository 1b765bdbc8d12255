import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { configure } from "../test/support/guarded.ts";
import { isAlive, kill } from "../test/support/processes.ts";
import { median } from "./harness/figures.ts";
import { startMeasure, type Measure } from "./harness/measure.ts";
import { race, said, type Contender } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import {
  announcer,
  bareNode,
  estatus,
  newStage,
  psutilCheck,
  type Announcer,
  type Stage,
} from "./harness/stage.ts";

/**
 * From the start of a check that finds its program gone to the first line of the program it launches: find that it is
 * nowhere, make the outage durable, spawn. The program says by a FIFO that it runs.
 */
export const relaunch: Group = { name: "relaunch", needs: ["python3-psutil"], run: fromCheckToMain };

async function fromCheckToMain({ short }: Bench): Promise<Row[]> {
  using stage = newStage();
  using theirs = newStage();
  await using measure = startMeasure(stage.folder);
  const announced = announcer(stage);
  configure(stage, [{ ...announced.program, survive: "100ms", stable_after: "100ms" }]);
  const runs = short ? 2 : 25;
  const costs = await race(
    measure,
    {
      ours: ours(measure, stage, announced),
      node: { name: "node -e 0", ...bareNode(stage), verify: said(/^$/) },
      psutil: psutil(theirs),
    },
    runs,
  );
  const toMain = median(costs.ours.map((cost) => cost.signalled));
  const row = (what: string, peer: string, value: number, atMost: number): Row => ({
    what,
    unit: "ms",
    ours: toMain,
    peer: { name: peer, value },
    goal: { atMost, of: "ratio" },
    runs,
  });
  return [
    row(
      "discovery, check start to main",
      "psutil + sqlite3",
      median(costs.psutil.map((cost) => cost.signalled)),
      1,
    ),
    row("relaunch, check start to main", "node -e 0", median(costs.node.map((cost) => cost.wall)), 2.2),
  ];
}

function ours(measure: Measure, stage: Stage, { signal }: Announcer): Contender {
  let pid = 0;
  return {
    name: "estatus",
    ...estatus(stage, "check"),
    signal,
    async before() {
      if (pid === 0) return;
      // Up for longer than `stable_after`, and seen so: the next attempt is not held back by this one.
      await sleep(150);
      const seen = await measure.run(estatus(stage, "check"));
      if (!/is up/.test(seen.output)) throw new Error(`the program did not stay: ${seen.output}`);
      await endOf(pid);
    },
    verify(cost) {
      pid = aliveOne(cost.said);
      said(/launched|started|brought back|again/i, 1)(cost);
    },
  };
}

function psutil(stage: Stage): Contender {
  const { program, signal } = announcer(stage);
  let pid = 0;
  return {
    name: "psutil",
    ...psutilCheck(stage, program),
    signal,
    before: () => (pid === 0 ? undefined : endOf(pid)),
    verify(cost) {
      pid = aliveOne(cost.said);
      said(/^launched$/m)(cost);
    },
  };
}

/** The pid that exactly one program wrote, which still runs. */
function aliveOne(said: string): number {
  const pid = Number(said.trim());
  if (!Number.isInteger(pid) || !isAlive(pid))
    throw new Error(`not one running program: ${JSON.stringify(said)}`);
  return pid;
}

async function endOf(pid: number): Promise<void> {
  kill([pid]);
  // Until it is out of the process table: psutil takes a zombie for a running program.
  while (fs.existsSync(`/proc/${pid}`)) await sleep(5);
}
