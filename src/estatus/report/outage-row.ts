import { durationText } from "../../locales/duration.ts";
import { language } from "../../locales/language.ts";
import { text } from "../../locales/report.ts";
import { uncheckedOf } from "../core/unchecked.ts";
import { durationOf } from "../core/restore-times.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { localRange } from "./local-time.ts";
import type { ProgramReport } from "./program-report.ts";
import { detailWords, lastedWords, whyWords } from "./outage-words.ts";

/** The cells of an outage's line: when it began (an interval), how long it lasted, why, who brought it back. */
export function outageRow(outage: OutageWithAttempts, checkedAt: number, zone: string): string[] {
  return [
    localRange(outage.earliestStart, outage.latestStart, zone),
    lastedWords(durationOf(outage, checkedAt), durationText),
    whyWords(outage, text()),
    outage.endedBy === null ? text().stillDown : text().endedBy[outage.endedBy],
  ];
}

/** What else there is to say of an outage, a line each. */
export function outageDetails(
  outage: OutageWithAttempts,
  { checkedAt, gaps, figures }: ProgramReport,
): string[] {
  const error = outage.attempts.findLast((attempt) => attempt.error !== null)?.error ?? null;
  const to = outage.endedAt ?? Math.max(outage.latestStart, checkedAt);
  const unchecked = uncheckedOf({ from: outage.likelyStart, to }, gaps, figures.window);
  const told = { ...outage, unchecked, attempts: outage.attempts.length, error };
  const details = detailWords(told, text(), language());
  return details === "" ? [] : [details];
}
