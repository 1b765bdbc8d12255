import { configure } from "../test/support/guarded.ts";
import { startProgram } from "../test/support/start-program.ts";
import { diskUse } from "./harness/disk.ts";
import { median } from "./harness/figures.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { estatus, newStage } from "./harness/stage.ts";

/** What steady checks write, counted by strace: every minute for years adds up on an SSD. */
export const disk: Group = { name: "disk", needs: ["strace"], run: steadyWrites };

async function steadyWrites({ short, say }: Bench): Promise<Row[]> {
  using stage = newStage();
  configure(stage, [stage.program]);
  startProgram(stage.program);
  const first = diskUse(estatus(stage, "check"), stage.folder);
  if (first.bytes === 0) throw new Error("the first check wrote nothing at all, so the counting is wrong");
  // Enough of them to see the check that lists all processes, and any checkpoint that a growing log calls for.
  const uses = Array.from({ length: short ? 2 : 45 }, () => diskUse(estatus(stage, "check"), stage.folder));
  if (!uses.every((use) => use.bytes > 0)) throw new Error("a check kept nothing of what it saw");
  const kilobytes = uses.map((use) => use.bytes / 1024);
  const worst = uses.toSorted((a, b) => b.syncs - a.syncs || b.bytes - a.bytes)[0]!;
  if (worst.syncs > 0) say(`the worst of them:\n${worst.calls.join("\n")}`);
  const runs = uses.length;
  return [
    {
      what: "syncs of a steady check, the worst",
      unit: "count",
      ours: worst.syncs,
      goal: { atMost: 0, of: "value" },
      runs,
    },
    {
      what: "written by a steady check",
      unit: "KB",
      ours: median(kilobytes),
      goal: { atMost: 8, of: "value" },
      runs,
    },
    { what: "written by a steady check, the most", unit: "KB", ours: Math.max(...kilobytes), runs },
    { what: "written by the very first check", unit: "KB", ours: first.bytes / 1024 },
    { what: "syncs of the very first check", unit: "count", ours: first.syncs },
  ];
}
