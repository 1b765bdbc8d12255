import { durationText } from "../../locales/duration.ts";
import type { Language } from "../../locales/language.ts";
import { reasonText } from "../../locales/reason.ts";
import type { Words } from "../../locales/report-words.ts";
import { restoredText } from "../../locales/restored.ts";
import type { Outage } from "../core/outage.ts";
import type { Duration } from "../core/restore-times.ts";
import { printable } from "./printable.ts";

/** How long an outage lasted and how far that may be off; `format` writes milliseconds. */
export function lastedWords({ min, mid, max }: Duration, format: (milliseconds: number) => string): string {
  if (min === max || format(min) === format(max)) return format(mid);
  // Half a millisecond is what whole milliseconds cost.
  const even = Math.abs(max - mid - (mid - min)) <= 1;
  if (!even) return `${format(mid)} (${format(min)}–${format(max)})`;
  const off = format((max - min) / 2);
  return off === format(0) ? format(mid) : `${format(mid)} ±${off}`;
}

/** Why it was away, in a word: the cause, or the kind where that says more. */
export function whyWords({ kind, cause }: Pick<Outage, "kind" | "cause">, words: Words): string {
  return cause === "unknown" && kind !== "missing" ? words.kind[kind] : words.cause[cause];
}

type Told = {
  /** How long it lasted at least and at most, where that is said here. */
  readonly bounds?: string;
  /** How much of it nobody checked, in ms. */
  readonly unchecked: number;
  readonly attempts: number;
  /** Of the last attempt that failed. */
  readonly error: string | null;
  readonly restored: string | null;
};

/** What else there is to say of an outage: its bounds, what nobody checked of it, more than one launch, the last failure, what came back; "" for nothing. */
export function detailWords(told: Told, words: Words, language: Language): string {
  const { bounds, unchecked, attempts, error, restored } = told;
  const back = restored === null ? "" : printable(restoredText(restored, language));
  return [
    bounds ?? "",
    unchecked > 0 ? words.unchecked(durationText(unchecked, language)) : "",
    attempts > 1 ? words.launches(attempts) : "",
    error === null ? "" : words.lastFailure(printable(reasonText(error, language))),
    back === "" ? "" : words.backWith(back),
  ]
    .filter((part) => part !== "")
    .join("; ");
}
