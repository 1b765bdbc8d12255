import { configure } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { median, quantile } from "./harness/figures.ts";
import { startMeasure } from "./harness/measure.ts";
import { race, said } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { bareNode, estatus, newStage, psutilCheck } from "./harness/stage.ts";

/** The steady check: the program is up, there is nothing to do. What runs every minute for years. */
export const check: Group = { name: "check", needs: ["python3-psutil"], run: steadyCheck };

async function steadyCheck({ short }: Bench): Promise<Row[]> {
  using stage = newStage();
  await using measure = startMeasure(stage.folder);
  configure(stage, [stage.program]);
  startProgram(stage.program);
  const runs = short ? 3 : 60;
  const costs = await race(
    measure,
    {
      ours: { name: "estatus", ...estatus(stage, "check"), verify: said(/is up/) },
      node: { name: "node -e 0", ...bareNode(stage), verify: said(/^$/) },
      psutil: { name: "psutil", ...psutilCheck(stage), verify: said(/^up$/m) },
    },
    runs,
  );
  const row = (
    what: "wall" | "cpu" | "rss",
    peer: "node" | "psutil",
    words: string,
    atMost?: number,
  ): Row => ({
    what: words,
    unit: what === "rss" ? "MB" : "ms",
    ours: median(costs.ours.map((cost) => cost[what])),
    peer: {
      name: peer === "node" ? "node -e 0" : "psutil + sqlite3",
      value: median(costs[peer].map((cost) => cost[what])),
    },
    ...(atMost === undefined ? {} : { goal: { atMost, of: "ratio" } }),
    runs,
  });
  return [
    row("wall", "node", "steady check, wall", 1),
    row("cpu", "node", "steady check, CPU", 1),
    row("wall", "psutil", "steady check, wall", 0.65),
    row("cpu", "psutil", "steady check, CPU", 0.65),
    row("rss", "node", "steady check, peak RSS", 1.1),
    row("rss", "psutil", "steady check, peak RSS"),
    {
      what: "steady check, wall, p90",
      unit: "ms",
      ours: quantile(
        costs.ours.map((cost) => cost.wall),
        0.9,
      ),
      note: "every tenth check lists all processes",
    },
  ];
}
