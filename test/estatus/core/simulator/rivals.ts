import type { Onlooker } from "./simulate.ts";

/** Another tool's rule for availability, fed with the same looks. */
export type Rival = {
  readonly name: string;
  readonly see: Onlooker;
  /** The availability it would show for [from, to], 0..1. */
  readonly share: (from: number, to: number) => number;
};

/** Uptime Kuma counts beats: those that were up over all that were up or down; maintenance counts as neither. */
export function uptimeKuma(): Rival {
  const count = { up: 0, down: 0, paused: 0 };
  return {
    name: "Uptime Kuma",
    see: (_, state) => count[state]++,
    share: () => count.up / (count.up + count.down),
  };
}

/**
 * healthchecks hears pings: down from the moment one is overdue until the next comes; all other time, pauses
 * and the time before the first ping included, counts as up.
 */
export function healthchecks(period: number, grace: number): Rival {
  let down = 0;
  let expected: number | null = null;
  return {
    name: "healthchecks",
    see: (at, state) => {
      if (state === "down") return;
      if (expected !== null && at > expected) down += at - expected;
      expected = state === "paused" ? null : at + period + grace;
    },
    share: (from, to) => 1 - (down + (expected === null ? 0 : Math.max(0, to - expected))) / (to - from),
  };
}

/** Nagios keeps the last state until the next check says otherwise, also over time in which it did not look. */
export function nagios(): Rival {
  const held = { up: 0, down: 0, paused: 0 };
  let last: { at: number; state: keyof typeof held } | null = null;
  const hold = (to: number) => {
    if (last !== null) held[last.state] += Math.max(0, to - last.at);
  };
  return {
    name: "Nagios",
    see: (at, state) => {
      hold(at);
      last = { at, state };
    },
    share: (_, to) => {
      hold(to);
      return held.up / (held.up + held.down);
    },
  };
}
