import type { View } from "./zoom.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6].map((n) => n * HOUR),
];
const MOST = 9;

export type Tick = { readonly at: number; readonly label: string };

/** Round local times to mark on an axis, nine at most. `clock` tells the local `10:03:05` of an instant. */
export function ticksOf(view: View, clock: (at: number) => string): Tick[] {
  const step = STEPS.find((one) => (view.to - view.from) / one <= MOST) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  // Zones lie whole quarters of an hour apart; an hour tick that is not one in this zone is left out.
  const search = Math.min(step, 15 * MINUTE);
  for (let at = Math.ceil(view.from / search) * search; at < view.to; at += search) {
    const label = clock(at);
    if (secondsOf(label) % (step / SECOND) === 0) {
      ticks.push({ at, label: step < MINUTE ? label : label.slice(0, 5) });
    }
  }
  return ticks;
}

function secondsOf(clock: string): number {
  const [hours, minutes, seconds] = clock.split(":").map(Number);
  return hours! * 3600 + minutes! * 60 + seconds!;
}
