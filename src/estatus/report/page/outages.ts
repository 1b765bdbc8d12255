import { durationOf, type Duration } from "../../core/restore-times.ts";
import { likelyStart } from "../../core/likely-start.ts";
import { uncheckedOf } from "../../core/unchecked.ts";
import type { Outage } from "../../core/outage.ts";
import { detailWords, lastedWords, whyWords } from "../outage-words.ts";
import type { ProgramData } from "./data.ts";
import type { Say } from "./say.ts";

/** An outage as the page works with it; times are UTC milliseconds. */
export type PageOutage = Outage & {
  /** Where it ended, or until when it is known to last. */
  readonly end: number;
  /** How much of it nobody checked, in ms. */
  readonly unchecked: number;
  readonly attempts: number;
  readonly error: string | null;
  readonly duration: Duration;
};

/** The outages of a program, spelt out, oldest first. */
export function outagesOf(program: ProgramData): PageOutage[] {
  const { since, until, checkedAt, strings, shares } = program;
  const window = { from: since, to: until };
  const gaps = program.gaps.map(([from, to]) => ({ from, to }));
  return program.outages.map(
    ([id, earliest, latest, ended, kind, cause, endedBy, attempts, error, restored]) => {
      const times = {
        kind,
        earliestStart: since + earliest,
        latestStart: since + latest,
        endedAt: ended === null ? null : since + ended,
      };
      const likely = likelyStart({ ...times, cause }, shares);
      const end = times.endedAt ?? Math.max(times.latestStart, checkedAt);
      return {
        ...times,
        id,
        cause,
        end,
        unchecked: uncheckedOf({ from: likely, to: end }, gaps, window),
        endedBy,
        attempts,
        error: strings[error] ?? null,
        restored: strings[restored] ?? null,
        duration: durationOf({ ...times, likelyStart: likely }, checkedAt),
      };
    },
  );
}

/** Why it was away, in a word. */
export const whyText = (outage: PageOutage, { text }: Say) => whyWords(outage, text);

/** When it went away: a local time, or the two that it lies between. */
export function startText(outage: PageOutage, say: Say): string {
  const [from, to] = [say.time(outage.earliestStart), say.time(outage.latestStart)];
  if (from === to) return from;
  return `${from} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** How long it lasted. */
export const lastedText = ({ duration }: PageOutage, say: Say) => lastedWords(duration, say.duration);

/** Who brought it back, or that nobody has. */
export function byText({ endedBy }: PageOutage, { text }: Say): string {
  return endedBy === null ? text.stillAway : text.endedBy[endedBy];
}

/** What else there is to say of it; "" for nothing. */
export const detailText = (outage: PageOutage, { text, language }: Say) =>
  detailWords(outage, text, language);
