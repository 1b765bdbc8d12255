import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, kill, processesOf } from "../test/support/processes.ts";
import { median, quantile } from "./harness/figures.ts";
import { guardians } from "./harness/guardians.ts";
import { startMeasure, type Measure } from "./harness/measure.ts";
import { startResident, type Resident } from "./harness/resident.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { announcer, newStage, type Announcer, type Stage } from "./harness/stage.ts";

/** From kill -9 until the program runs again, under everybody who stays resident to see to that. */
export const restore: Group = {
  name: "restore",
  needs: ["python3-psutil", "monit", "supervisor"],
  run: afterKill,
};

type Name = keyof typeof guardians;
type Guard = { readonly name: Name; readonly guarded: Announcer; readonly resident: Resident };
type Times = Readonly<Record<Name, number[]>>;

async function afterKill({ short }: Bench): Promise<Row[]> {
  const times: Times = { estatus: [], monit: [], supervisord: [], pm2: [], loop: [] };
  const kills = short ? 2 : 40;
  await killInTurns(["estatus", "monit", "supervisord", "pm2"], kills, times);
  // The loop burns a core: beside it everybody would look slower than they are.
  await killInTurns(["loop"], kills, times);
  const peers = (["monit", "supervisord", "pm2", "loop"] as const).map((name): Row => ({
    what: "kill -9 to running again, median",
    unit: "ms",
    ours: median(times.estatus),
    peer: { name: guardians[name].name, value: median(times[name]) },
    runs: kills,
  }));
  return [
    {
      what: "kill -9 to running again, median",
      unit: "ms",
      ours: median(times.estatus),
      goal: { atMost: 120, of: "value" },
      runs: kills,
    },
    {
      what: "kill -9 to running again, p95",
      unit: "ms",
      ours: quantile(times.estatus, 0.95),
      goal: { atMost: 250, of: "value" },
      runs: kills,
    },
    ...peers,
  ];
}

async function killInTurns(names: readonly Name[], kills: number, times: Times): Promise<void> {
  await using ends = new AsyncDisposableStack();
  const home = ends.use(newStage());
  const measure = ends.use(startMeasure(home.folder));
  const guards: Guard[] = [];
  for (const name of names) guards.push(await stand(ends, name));
  await sleep(2_000);
  for (let round = 0; round < kills; round += 1) {
    for (const guard of guards) {
      times[guard.name].push(await killOne(measure, guard));
      await sleep(250 / guards.length);
    }
    // Nobody is killed within a second of being started, and each time at another point of everybody's second.
    await sleep(1_500 + ((round * 370) % 1_000));
  }
}

async function stand(ends: AsyncDisposableStack, name: Name): Promise<Guard> {
  const stage: Stage = ends.use(newStage());
  const guarded = announcer(stage);
  const resident = ends.use(startResident(stage, guardians[name].argv(stage, guarded)));
  const began = performance.now();
  while (processesOf(guarded.program.executable).length === 0) {
    if (performance.now() - began > 30_000 || !isAlive(resident.pid)) {
      throw new Error(`${guardians[name].name} has not started the program: ${resident.diary()}`);
    }
    await sleep(50);
  }
  return { name, guarded, resident };
}

async function killOne(measure: Measure, { name, guarded, resident }: Guard): Promise<number> {
  const [last, ...more] = processesOf(guarded.program.executable).toReversed();
  if (last === undefined) throw new Error(`${guardians[name].name} keeps nothing up: ${resident.diary()}`);
  // The loop sometimes starts two.
  kill(more);
  const { ms, said } = await measure.kill(last, guarded.signal);
  const [pid] = said.trim().split("\n").map(Number);
  if (pid === last || !isAlive(pid!)) throw new Error(`${guardians[name].name} brought back ${said}`);
  return ms;
}
