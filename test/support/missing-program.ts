import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import type { Machine } from "../../src/estatus/adapters/ports.ts";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import { runCheck, type CheckReport } from "../../src/estatus/cycle.ts";
import type { Home } from "./home.ts";

/** A program that is nowhere. */
export const missing = {
  name: "Agenda",
  executable: "/nowhere/estatus-missing-program",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};

/** One real check of `missing` on this machine but for what `differs`. Counts the launches, each of which fails. */
export async function checkMissing(
  home: Home,
  differs: (machine: Machine) => Partial<Machine>,
): Promise<{ report: CheckReport; launches: number }> {
  const machine = await thisMachine();
  let launches = 0;
  const report = await runCheck(
    {
      machine: { ...machine, ...differs(machine) },
      launch: async () => {
        launches++;
        throw new Error("not in this test");
      },
      folder: home.estatus,
      fallbackFolder: home.estatus,
      tell: { seen: () => undefined, launched: () => undefined, trouble: () => undefined },
      endsAfter: false,
    },
    [missing],
  );
  return { report, launches };
}
