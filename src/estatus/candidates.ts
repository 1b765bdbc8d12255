import type { ListedProcess, Machine } from "./adapters/ports.ts";
import { isCandidate, mayBe, type ProcessFacts } from "./core/match.ts";

/** Those of the listed processes that are `executable`, as far as their names, paths and sessions tell. */
export function candidatesOf(
  machine: Machine,
  executable: string,
  processes: readonly ListedProcess[],
): ProcessFacts[] {
  const wanted = machine.wanted(executable);
  const worthALook = mayBe(wanted);
  return processes
    .filter(({ name }) => worthALook(name))
    .map((listed) => machine.facts(listed, wanted))
    .filter((facts) => facts !== null)
    .filter((facts) => isCandidate(facts, wanted, machine.pathsIgnoreCase));
}
