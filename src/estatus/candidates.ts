import type { ListedProcess, Machine } from "./adapters/ports.ts";
import { isCandidate, worthALook, type ProcessFacts } from "./core/match.ts";

/**
 * Those of the listed processes that are `executable`, as far as their names, paths and sessions tell. None where `known`,
 * the pid of one that surely is, is the only one that may be.
 */
export function candidatesOf(
  machine: Machine,
  executable: string,
  processes: readonly ListedProcess[],
  known?: number,
): ProcessFacts[] {
  const wanted = machine.wanted(executable);
  const closer = worthALook(wanted, byName(processes));
  if (closer.every(({ pid }) => pid === known)) return [];
  return closer
    .map((listed) => machine.facts(listed, wanted))
    .filter((facts) => facts !== null)
    .filter((facts) => isCandidate(facts, wanted, machine.pathsIgnoreCase))
    .filter(isFirstOfPid);
}

// A process that is listed by two names is still one.
const isFirstOfPid = ({ pid }: ProcessFacts, at: number, all: readonly ProcessFacts[]) =>
  all.findIndex((other) => other.pid === pid) === at;

type ByName = ReadonlyMap<string, readonly ListedProcess[]>;
// One list serves all programs of a check.
const known = new WeakMap<readonly ListedProcess[], ByName>();

function byName(processes: readonly ListedProcess[]): ByName {
  const names = known.get(processes) ?? Map.groupBy(processes, ({ name }) => name.toLowerCase());
  known.set(processes, names);
  return names;
}
