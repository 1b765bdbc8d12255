import type { Followed, Machine } from "./adapters/ports.ts";
import { sameIdentity, type Identity } from "./core/identity.ts";
import type { Moment } from "./core/moment.ts";
import { monotonic } from "../monotonic.ts";

/**
 * How often, in ms, it is noted that all are still there: an outage's start is known as closely. Their end needs no look,
 * and a look costs 0.2 ms of CPU, nearly all of it for waking.
 */
const EVERY_MS = 200;

/** Processes, and until when (ms since boot) all of them were seen there. */
export type LastSeen = { readonly identities: readonly Identity[]; readonly elapsed: number };

/** What is kept between two checks. */
export type Vigil = {
  /** Begins after a check, at `moment`: over these, which it saw. */
  readonly keep: (identities: readonly Identity[], moment: Moment) => Promise<void>;
  /** Ends before a check, with a last look. Returns when all were last seen there, null where that was by no look of its own. */
  readonly pause: () => LastSeen | null;
  /** Ends for good. */
  readonly end: () => Promise<void>;
};

/** Waits for the end of processes, for next to nothing, and calls `gone` at once when one has ended while it is kept. */
export function startVigil(machine: Machine, gone: () => void): Vigil {
  let followed: Followed | null = null;
  let kept: readonly Identity[] = [];
  let isKept = false;
  // When all were seen there since the check, by the clock that nobody sets, and what it lacks to the time since boot.
  let seenAt: number | null = null;
  let beforeClock = 0;

  const allThere = () => {
    const at = monotonic();
    const answer = followed?.allThere() ?? true;
    if (answer) seenAt = at;
    return answer;
  };
  const look = () => {
    if (!isKept || allThere()) return;
    isKept = false;
    gone();
  };
  // What it took is given back once: its number may be another file's by then.
  const letGo = async () => {
    const last = followed;
    followed = null;
    kept = [];
    await last?.end();
  };
  const follow = async (identities: readonly Identity[], moment: Moment) => {
    await letGo();
    kept = identities;
    const mine = (followed = await machine.follow(identities, moment));
    void mine.ended.then(() => mine === followed && look());
  };
  const timer = setInterval(look, EVERY_MS);

  return {
    keep: async (identities, moment) => {
      // One that ended while the check was still at work on another was last seen by the check itself.
      seenAt = null;
      beforeClock = moment.elapsed - monotonic();
      const areSame =
        identities.length === kept.length && identities.every((one, at) => sameIdentity(one, kept[at]!));
      if (!areSame) await follow(identities, moment);
      isKept = true;
      look();
    },
    pause: () => {
      isKept = false;
      allThere();
      if (followed === null || seenAt === null) return null;
      return { identities: followed.identities, elapsed: Math.floor(beforeClock + seenAt) };
    },
    end: async () => {
      clearInterval(timer);
      isKept = false;
      await letGo();
    },
  };
}
