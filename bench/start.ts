import { configure } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { median } from "./harness/figures.ts";
import { addPast, DAY } from "./harness/history.ts";
import { startMeasure } from "./harness/measure.ts";
import { race, said } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { bareNode, estatus, newStage } from "./harness/stage.ts";

/** How long a person waits for an answer: the help, the state of things, a report over a year. */
export const start: Group = { name: "start", needs: [], run: fromEnterToAnswer };

async function fromEnterToAnswer({ short }: Bench): Promise<Row[]> {
  using stage = newStage();
  await using measure = startMeasure(stage.folder);
  configure(stage, [stage.program]);
  startProgram(stage.program);
  said(/is up/)(await measure.run(estatus(stage, "check")));
  const now = Date.now();
  addPast(stage, [{ from: now - 365 * DAY, to: now, outages: 730 }]);
  const runs = short ? 2 : 30;
  const costs = await race(
    measure,
    {
      node: { name: "node -e 0", ...bareNode(stage), verify: said(/^$/) },
      help: { name: "--help", ...estatus(stage, "--help"), verify: said(/Usage: estatus/) },
      status: { name: "status", ...estatus(stage, "status"), verify: said(/up/) },
      report: { name: "report", ...estatus(stage, "report", "--since", "365d"), verify: said(/\b7[23]\d\b/) },
    },
    runs,
  );
  const row = (who: "help" | "status" | "report", words: string, what: "wall" | "cpu"): Row => ({
    what: `${words}, ${what === "cpu" ? "CPU" : "wall"}`,
    unit: "ms",
    ours: median(costs[who].map((cost) => cost[what])),
    peer: { name: "node -e 0", value: median(costs.node.map((cost) => cost[what])) },
    goal: { atMost: 1.6, of: "ratio" },
    runs,
  });
  return [
    row("help", "estatus --help", "wall"),
    row("status", "estatus status", "wall"),
    row("report", "estatus report, a year", "wall"),
    row("report", "estatus report, a year", "cpu"),
  ];
}
