import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programs } from "../packaging/programs.ts";
import { configure } from "../test/support/guarded.ts";
import { processesOf } from "../test/support/processes.ts";
import { startProgram } from "../test/support/start-program.ts";
import { guardians } from "./harness/guardians.ts";
import { cpuOf, residentMemory, startResident, type Resident } from "./harness/resident.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { announcer, newStage } from "./harness/stage.ts";

/** What it costs to stay: CPU and memory of a resident checker with nothing to do. */
export const watch: Group = { name: "watch", needs: ["monit", "supervisor"], run: staying };

const NAMES = ["estatus", "monit", "supervisord", "pm2"] as const;
const IDLE = ["-e", "setInterval(() => undefined, 1 << 30)"];

type Use = { readonly cpu: number; readonly memory: number };

async function staying({ short }: Bench): Promise<Row[]> {
  const uses = await sideBySide(short ? 3 : 60);
  const cpu = (name: (typeof NAMES)[number]): Row => ({
    what: "resident, CPU in a minute",
    unit: "ms",
    ours: uses.estatus.cpu,
    peer: { name: guardians[name].name, value: uses[name].cpu },
    ...(name === "monit" ? { goal: { atMost: 1, of: "ratio" } as const } : {}),
  });
  const memory = (name: "node" | (typeof NAMES)[number]): Row => ({
    what: "resident, RSS",
    unit: "MB",
    ours: uses.estatus.memory,
    peer: { name: name === "node" ? "idle Node" : guardians[name].name, value: uses[name].memory },
    ...(name === "node" ? { goal: { atMost: 1.5, of: "ratio" } as const } : {}),
  });
  const others = ["monit", "supervisord", "pm2"] as const;
  return [...others.map(cpu), memory("node"), ...others.map(memory), ...growth(short ? 200 : 10_000)];
}

async function sideBySide(seconds: number): Promise<Record<"node" | (typeof NAMES)[number], Use>> {
  await using ends = new AsyncDisposableStack();
  const residents = new Map<string, Resident>();
  for (const name of NAMES) {
    const stage = ends.use(newStage());
    const guarded = announcer(stage);
    residents.set(name, ends.use(startResident(stage, guardians[name].argv(stage, guarded))));
    while (processesOf(guarded.program.executable).length === 0) await sleep(50);
  }
  residents.set("node", ends.use(startResident(ends.use(newStage()), [process.execPath, ...IDLE])));
  // What starting costs is not what staying costs.
  await sleep(3_000);
  const before = new Map([...residents].map(([name, { pid }]) => [name, cpuOf(pid)]));
  await sleep(seconds * 1_000);
  const uses = [...residents].map(([name, { pid }]) => [
    name,
    { cpu: ((cpuOf(pid) - before.get(name)!) * 60) / seconds, memory: residentMemory(pid) },
  ]);
  return Object.fromEntries(uses) as Record<"node" | (typeof NAMES)[number], Use>;
}

/** The same tick that `watch` makes, so many times without the second between them, which would take hours. */
function growth(ticks: number): Row[] {
  using stage = newStage();
  configure(stage, [stage.program]);
  startProgram(stage.program);
  const script = path.join(import.meta.dirname, "harness/ticks.ts");
  const output = execFileSync(process.execPath, [...programs.estatus.flags, script, String(ticks)], {
    env: stage.env,
  });
  const { early, late } = JSON.parse(String(output)) as Record<
    "early" | "late",
    { rss: number; heap: number }
  >;
  const row = (what: string, key: "rss" | "heap", atMost: number): Row => ({
    what: `${what} after ${ticks.toLocaleString("en")} ticks`,
    unit: "MB",
    ours: late[key] / 1_048_576,
    peer: { name: "after half of them", value: early[key] / 1_048_576 },
    goal: { atMost, of: "ratio" },
  });
  return [row("heap", "heap", 1.02), row("RSS", "rss", 1.1)];
}
