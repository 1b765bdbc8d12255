import type { Followed, Machine } from "./adapters/ports.ts";
import type { Identity } from "./core/identity.ts";
import type { Moment } from "./core/moment.ts";
import { monotonic } from "../monotonic.ts";

/** How long an end may go unnoticed, in ms, where up to twenty processes are looked after. To wake costs more than to look. */
const EVERY_MS = 100;
/** So many processes are looked at each time, at most: two hundred take a second in turns, and no more of the machine. */
const AT_ONCE = 20;

/**
 * Between two checks: looks at nothing but whether these very processes are still there, for next to nothing, and calls
 * `gone` once when one is not, or when that cannot be told, with the time in whole ms for which all of them were seen
 * there. `moment` is that of the check that saw them. Returns how to end it, which looks a last time.
 */
export function keepVigil(
  machine: Machine,
  identities: readonly Identity[],
  moment: Moment,
  gone: (allThereFor: number) => void,
): () => void {
  const began = monotonic();
  let next = 0;
  let roundBegan = began;
  let allThereFor = 0;
  let over = false;
  const followed = new Map<number, Followed>();
  const isThere = (at: number) => {
    try {
      const one = followed.get(at) ?? machine.follow(identities[at]!, moment);
      followed.set(at, one);
      return one.isThere();
    } catch {
      return false;
    }
  };
  const look = () => {
    const turn = Array.from(
      { length: Math.min(AT_ONCE, identities.length) },
      (_, index) => (next + index) % identities.length,
    );
    if (next === 0) roundBegan = monotonic();
    if (!turn.every(isThere)) {
      end();
      return gone(allThereFor);
    }
    next += turn.length;
    if (next < identities.length) return;
    next = 0;
    allThereFor = Math.floor(roundBegan - began);
  };
  const timer = setInterval(look, EVERY_MS);
  const end = () => {
    over = true;
    clearInterval(timer);
    for (const one of followed.values()) one.end();
  };
  return () => {
    if (over) return;
    look();
    if (!over) end();
  };
}
