import { sameIdentity, type Identity } from "../core/identity.ts";
import type { Moment } from "../core/moment.ts";
import type { Followed, LiveProcess } from "./ports.ts";

/** How a system lets one wait for the end of processes. */
export type Ends<Hold> = {
  /**
   * Holds a process, so that no other one gets its pid. null where there is none, or where it is not ours to wait for.
   */
  readonly hold: (pid: number) => Hold | null;
  readonly release: (hold: Hold) => void;
  readonly anyEnded: (holds: readonly Hold[]) => boolean;
  readonly wait: (holds: readonly Hold[]) => Wait;
};

/** A thread that waits. */
export type Wait = {
  /** Resolves once a process has ended, or the wait is called off. Never rejects. */
  readonly over: Promise<unknown>;
  readonly callOff: () => void;
  /** Gives back what the wait took, once it is over. */
  readonly release: () => void;
};

type Live = (pid: number, moment: Moment) => LiveProcess | null;

/** Follows those of these processes that can be held, none without `ends`. Who is another one by now has ended. */
export function follow<Hold>(
  ends: Ends<Hold> | null,
  live: Live,
  identities: readonly Identity[],
  moment: Moment,
): Followed {
  const held = new Map<Identity, Hold>();
  for (const identity of identities) {
    const hold = ends?.hold(identity.pid) ?? null;
    if (hold !== null) held.set(identity, hold);
  }
  const holds = [...held.values()];
  const hasEnded = identities.some((identity) => isGone(live, identity, moment));
  const wait = ends === null || hasEnded || holds.length === 0 ? null : ends.wait(holds);
  // A thread that still waits would hold up the end of this process.
  if (wait) process.once("exit", wait.callOff);
  return {
    identities: [...held.keys()],
    allThere: () => !hasEnded && !(wait && ends?.anyEnded(holds)),
    ended: wait?.over ?? new Promise(() => {}),
    end: async () => {
      if (wait) {
        process.off("exit", wait.callOff);
        wait.callOff();
        await wait.over;
        wait.release();
      }
      for (const hold of holds) ends?.release(hold);
    },
  };
}

function isGone(live: Live, identity: Identity, moment: Moment): boolean {
  try {
    return !sameIdentity(live(identity.pid, moment)?.identity ?? null, identity);
  } catch {
    // That cannot be told is for the next check to say.
    return false;
  }
}
