import { durationText } from "../../locales/duration.ts";
import { language } from "../../locales/language.ts";
import { text } from "../../locales/report.ts";
import type { Times } from "../core/availability.ts";
import type { Figures } from "../core/figures.ts";
import type { Interval } from "../core/outage.ts";
import type { RestoreTimes } from "../core/restore-times.ts";
import { localTime } from "./local-time.ts";
import { percent } from "./percent.ts";
import { printable } from "./printable.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a window is named: `last 30 days` where it reaches to `now`, else from and to in local time. */
export function periodOf(window: Interval, now: number, zone: string): string {
  const { from, to } = window;
  if (to !== now) return text().fromTo(localTime(from, zone), localTime(to, zone));
  const length = to - from;
  const whole = ([unit]: readonly [number, unknown]) => length >= unit && length % unit === 0;
  const unit = (
    [
      [DAY, text().lastDays],
      [HOUR, text().lastHours],
      [MINUTE, text().lastMinutes],
    ] as const
  ).find(whole);
  if (!unit) return text().fromTo(localTime(from, zone), localTime(to, zone));
  return unit[1](length / unit[0]);
}

/** The report in one sentence: known availability, of how much watched time, between which bounds. */
export function headline(program: string, figures: Figures, period: string): string {
  const { known, coverage, lower, upper } = figures.availability;
  const name = printable(program);
  if (known === null || coverage === null || lower === null || upper === null) {
    return figures.times.unknown === 0 ? text().allPaused(name, period) : text().nothingWatched(name, period);
  }
  const [up, watched, least, most] = [known, coverage, lower, upper].map((one) => percent(one, language()));
  return text().headline(name, period, up!, watched!, least!, most!);
}

/** The other figures, a sentence each: how long in which state, failures, restore times. */
export function sentences(figures: Figures): string[] {
  const { times, failures, mtbf } = figures;
  const paused = times.paused > 0 ? duration(times.paused) : null;
  const lines = [text().states(duration(times.up), downTime(times), duration(times.unknown), paused)];
  if (mtbf.milliseconds !== null) {
    const mean = duration(mtbf.milliseconds);
    lines.push(mtbf.isLowerBound ? text().noFailures(mean) : text().failures(failures, mean));
  }
  return [...lines, ...restoreSentence(figures.restore)];
}

function downTime(times: Times): string {
  const [mid, min, max] = [duration(times.downMid), duration(times.downMin), duration(times.downMax)];
  return min === max ? mid : text().range(mid, min, max);
}

function restoreSentence({ count, p50, p95, max }: RestoreTimes): string[] {
  if (p50 === null || p95 === null || max === null) return [];
  if (count === 1) return [text().restoredOnce(duration(max))];
  return [text().restore(duration(p50), duration(p95), duration(max))];
}

// A number and its unit stay on one line.
function duration(milliseconds: number): string {
  return durationText(milliseconds).replaceAll(" ", "\u00a0");
}
