import { restoredText } from "../../../locales/restored.ts";
import { durationOf, type Duration } from "../../core/restore-times.ts";
import { likelyStart } from "../../core/likely-start.ts";
import type { Outage } from "../../core/outage.ts";
import { printable } from "../printable.ts";
import type { ProgramData } from "./data.ts";
import type { Say } from "./say.ts";

/** An outage as the page works with it; times are UTC milliseconds. */
export type PageOutage = Outage & {
  /** Where it ended, or until when it is known to last. */
  readonly end: number;
  readonly attempts: number;
  readonly error: string | null;
  readonly duration: Duration;
};

/** The outages of a program, spelt out, oldest first. */
export function outagesOf(program: ProgramData): PageOutage[] {
  const { since, checkedAt, strings, shares } = program;
  return program.outages.map(
    ([id, earliest, latest, ended, kind, cause, endedBy, attempts, error, restored]) => {
      const times = {
        kind,
        earliestStart: since + earliest,
        latestStart: since + latest,
        endedAt: ended === null ? null : since + ended,
      };
      return {
        ...times,
        id,
        cause,
        end: times.endedAt ?? Math.max(times.latestStart, checkedAt),
        endedBy,
        attempts,
        error: strings[error] ?? null,
        restored: strings[restored] ?? null,
        duration: durationOf({ ...times, likelyStart: likelyStart({ ...times, cause }, shares) }, checkedAt),
      };
    },
  );
}

/** Why it was away, in a word: the cause, or the kind where that says more. */
export function whyText({ kind, cause }: PageOutage, { text }: Say): string {
  return cause === "unknown" && kind !== "missing" ? text.kind[kind] : text.cause[cause];
}

export function startText(outage: PageOutage, say: Say): string {
  const [from, to] = [say.time(outage.earliestStart), say.time(outage.latestStart)];
  if (from === to) return from;
  return `${from} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

export function lastedText({ duration: { min, mid, max } }: PageOutage, say: Say): string {
  if (min === max) return say.duration(mid);
  // Half a millisecond is what whole milliseconds cost.
  const even = Math.abs(max - mid - (mid - min)) <= 1;
  if (even) return `${say.duration(mid)} ±${say.duration((max - min) / 2)}`;
  return `${say.duration(mid)} (${say.duration(min)}–${say.duration(max)})`;
}

export function byText({ endedBy }: PageOutage, { text }: Say): string {
  return endedBy === null ? text.stillAway : text.endedBy[endedBy];
}

export function detailText(outage: PageOutage, { text, language }: Say): string {
  const parts: string[] = [];
  if (outage.attempts > 1) parts.push(text.launches(outage.attempts));
  if (outage.error !== null) parts.push(text.lastFailure(outage.error));
  const back = outage.restored === null ? "" : printable(restoredText(outage.restored, language));
  if (back !== "") parts.push(text.backWith(back));
  return parts.join("; ");
}
