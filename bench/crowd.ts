import fs from "node:fs";
import path from "node:path";
import { configure } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { gather } from "./harness/crowd.ts";
import { median } from "./harness/figures.ts";
import { startMeasure, type Cost, type Measure } from "./harness/measure.ts";
import { race, said } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { estatus, newStage, psutilCheck, type Stage } from "./harness/stage.ts";

/** The steady check among thousands of other processes: it looks at one, whatever else runs. */
export const crowd: Group = { name: "crowd", needs: ["python3-psutil"], run: amongOthers };

type Costs = Record<"ours" | "psutil", readonly Cost[]>;

async function amongOthers({ short, say }: Bench): Promise<Row[]> {
  using stage = newStage();
  await using measure = startMeasure(stage.folder);
  configure(stage, [stage.program]);
  startProgram(stage.program);
  const bySize = new Map<number, Costs>();
  // Several sweeps, so that a busy minute of the machine does not fall on one size alone.
  for (let sweep = 0; sweep < (short ? 1 : 3); sweep += 1) {
    for (const others of short ? [0, 500] : [0, 5_000, 20_000]) {
      await using company = await gather(others);
      if (company.size < others) say(`this machine has room for ${company.size} processes, not ${others}`);
      const costs = await raceOnce(measure, stage, short ? 2 : 8);
      const before = bySize.get(company.size) ?? { ours: [], psutil: [] };
      bySize.set(company.size, {
        ours: [...before.ours, ...costs.ours],
        psutil: [...before.psutil, ...costs.psutil],
      });
    }
  }
  const alone = bySize.get(0)!;
  return [...bySize].flatMap(([others, costs]) => (others === 0 ? [] : rowsOf(others, costs, alone)));
}

// A new store each time, and fewer than ten runs: none of them is the tenth check, which lists all processes.
async function raceOnce(measure: Measure, stage: Stage, runs: number): Promise<Costs> {
  for (const name of fs.readdirSync(stage.estatus)) {
    if (name.startsWith("estatus.db")) fs.rmSync(path.join(stage.estatus, name));
  }
  return race(
    measure,
    {
      ours: { name: "estatus", ...estatus(stage, "check"), verify: said(/is up/) },
      psutil: { name: "psutil", ...psutilCheck(stage), verify: said(/^up$/m) },
    },
    runs,
  );
}

function rowsOf(others: number, costs: Costs, alone: Costs): Row[] {
  const of = (who: readonly Cost[], what: "wall" | "cpu") => median(who.map((cost) => cost[what]));
  const words = `steady check, ${others.toLocaleString("en")} others`;
  const runs = costs.ours.length;
  const itself = (what: "wall" | "cpu"): Row => ({
    what: `${words}, ${what === "cpu" ? "CPU" : "wall"}`,
    unit: "ms",
    ours: of(costs.ours, what),
    peer: { name: "itself without them", value: of(alone.ours, what) },
    goal: { atMost: 1.1, of: "ratio" },
    runs,
  });
  const beside: Row = {
    what: `${words}, wall`,
    unit: "ms",
    ours: of(costs.ours, "wall"),
    peer: { name: "psutil + sqlite3", value: of(costs.psutil, "wall") },
    ...(others >= 5_000 ? { goal: { atMost: 0.2, of: "ratio" } as const } : {}),
    runs,
  };
  return [itself("wall"), itself("cpu"), beside];
}
