import { durationText } from "../../locales/duration.ts";
import { language } from "../../locales/language.ts";
import { text } from "../../locales/report.ts";
import { uncheckedOf } from "../core/unchecked.ts";
import { durationOf } from "../core/restore-times.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { localRange } from "./local-time.ts";
import type { ProgramReport } from "./program-report.ts";
import { detailWords, lastedWords, whyWords } from "./outage-words.ts";

/**
 * The cells of an outage's line: when it began (an interval), how long it lasted, why, who brought it back. A narrow one
 * leaves how far the duration may be off to the details.
 */
export function outageRow(
  outage: OutageWithAttempts,
  { checkedAt }: ProgramReport,
  zone: string,
  narrow: boolean,
): string[] {
  const lasted = durationOf(outage, checkedAt);
  return [
    localRange(outage.earliestStart, outage.latestStart, zone),
    narrow ? durationText(lasted.mid) : lastedWords(lasted, durationText),
    whyWords(outage, text()),
    outage.endedBy === null ? text().stillDown : text().endedBy[outage.endedBy],
  ];
}

/** What else there is to say of an outage, a line each. */
export function outageDetails(
  outage: OutageWithAttempts,
  { checkedAt, gaps, figures }: ProgramReport,
  narrow: boolean,
): string[] {
  const error = outage.attempts.findLast((attempt) => attempt.error !== null)?.error ?? null;
  const to = outage.endedAt ?? Math.max(outage.latestStart, checkedAt);
  const unchecked = uncheckedOf({ from: outage.likelyStart, to }, gaps, figures.window);
  const told = {
    ...outage,
    ...(narrow && boundsOf(outage, checkedAt)),
    unchecked,
    attempts: outage.attempts.length,
    error,
  };
  const details = detailWords(told, text(), language());
  return details === "" ? [] : [details];
}

function boundsOf(outage: OutageWithAttempts, checkedAt: number): { readonly bounds?: string } {
  const lasted = durationOf(outage, checkedAt);
  const [min, max] = [durationText(lasted.min), durationText(lasted.max)];
  return min === max ? {} : { bounds: text().lastedBetween(min, max) };
}
