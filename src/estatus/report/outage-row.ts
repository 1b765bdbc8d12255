import { language } from "../../locales/language.ts";
import { text } from "../../locales/report.ts";
import { restoredText } from "../../locales/restored.ts";
import { formatDuration } from "../core/duration.ts";
import { durationOf, type Duration } from "../core/restore-times.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { localRange } from "./local-time.ts";
import { printable } from "./printable.ts";

/** The cells of an outage's line: when it began (an interval), how long it lasted, why, who brought it back. */
export function outageRow(outage: OutageWithAttempts, checkedAt: number, zone: string): string[] {
  return [
    localRange(outage.earliestStart, outage.latestStart, zone),
    lasted(durationOf(outage, checkedAt)),
    whyOf(outage),
    outage.endedBy === null ? text().stillDown : text().endedBy[outage.endedBy],
  ];
}

function lasted({ min, mid, max }: Duration): string {
  if (min === max) return formatDuration(mid);
  // Half a millisecond is what whole milliseconds cost.
  const even = Math.abs(max - mid - (mid - min)) <= 1;
  if (even) return `${formatDuration(mid)} ±${formatDuration((max - min) / 2)}`;
  return `${formatDuration(mid)} (${formatDuration(min)}–${formatDuration(max)})`;
}

/** The cause in a word, or the kind where that says more. */
export function whyOf({ kind, cause }: Pick<OutageWithAttempts, "kind" | "cause">): string {
  const kindTellsMore = cause === "unknown" && kind !== "missing";
  return kindTellsMore ? text().kind[kind] : text().cause[cause];
}

/** What else there is to say of an outage: more than one launch, the last failure, what came back. */
export function outageDetails(outage: OutageWithAttempts): string[] {
  const details: string[] = [];
  const error = outage.attempts.findLast((attempt) => attempt.error !== null)?.error;
  if (outage.attempts.length > 1) details.push(text().attempts(outage.attempts.length));
  if (error) details.push(text().lastError(printable(error)));
  const restored = outage.restored === null ? "" : restoredText(outage.restored, language());
  if (restored !== "") details.push(text().restored(printable(restored)));
  return details.length === 0 ? [] : [details.join("; ")];
}
