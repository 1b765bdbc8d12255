import type { Machine } from "./adapters/ports.ts";
import type { Identity } from "./core/identity.ts";
import type { Program } from "./program.ts";
import { giveLeaseBack, holdsLease, takeLease } from "./store/lease.ts";
import { expectLittleOf } from "./store/open-for-check.ts";
import type { Store } from "./store/store.ts";

/** Added to the longest `survive` of the programs, in ms: what the rest of a check may take before its lease runs out. */
const SLACK_MS = 60_000;

/** One check's claim to be the only one that changes anything. Taken when something is to be changed, not before. */
export type CheckLease = {
  /** Takes the lease. null where it is this check's; else the pid of the check that has it. */
  readonly holder: () => number | null;
  /** Whether it still is this check's: one that was held up for long may have lost it. */
  readonly holds: () => boolean;
  readonly giveBack: () => void;
};

/** The claim of this process on `store`; without a store it holds, and whatever the store throws goes to `failed`. */
export function checkLease(
  store: Store | null,
  machine: Machine,
  programs: readonly Program[],
  failed: (error: unknown) => void,
): CheckLease {
  let self: Identity | null = null;
  let answer: number | null | undefined;
  // A store that could not take the lease holds none; the launch lock still keeps two checks apart.
  let without = store === null;
  const withoutLease = (error: unknown) => {
    without = true;
    failed(error);
  };
  return {
    holder: () => {
      if (store === null) return null;
      self ??= selfOf(machine);
      answer ??= take(store, self, machine, programs, withoutLease);
      return answer;
    },
    holds: () => without || (store !== null && self !== null && holdsLease(store, self)),
    giveBack: () => {
      if (store !== null && self !== null) giveLeaseBack(store, self);
    },
  };
}

function selfOf(machine: Machine): Identity {
  const live = machine.live(process.pid, machine.moment());
  if (live === null) throw new Error("this process is not in its own process table");
  return live.identity;
}

function take(
  store: Store,
  self: Identity,
  machine: Machine,
  programs: readonly Program[],
  failed: (error: unknown) => void,
): number | null {
  const moment = machine.moment();
  const longest = Math.max(...programs.map((program) => program.policy.survive));
  try {
    return takeLease(store, self, moment.at, moment.at + longest + SLACK_MS, (pid, token) => {
      const live = machine.live(pid, moment);
      return live !== null && live.identity.token === token;
    });
  } catch (error) {
    failed(error);
    expectLittleOf(store);
    return null;
  }
}
