import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { parseInstant } from "../core/instant.ts";
import type { Interval } from "../core/outage.ts";
import { printable } from "./printable.ts";

const DEFAULT_SINCE = "30d";

/**
 * The window a report covers, in UTC milliseconds, from what the user typed; it never reaches beyond `now`.
 * @throws AppError `usage` for what is no time, lies in the future or is the wrong way round
 */
export function reportWindow(
  asked: { readonly since?: string | undefined; readonly until?: string | undefined },
  now: number,
  zoneName: () => string,
): Interval {
  const since = asked.since ?? DEFAULT_SINCE;
  const from = instant("--since", since, now, zoneName);
  const until = asked.until === undefined ? now : instant("--until", asked.until, now, zoneName);
  if (until === 0) {
    throw new AppError("usage", text().untilTooEarly(printable(asked.until ?? "")), text().untilHint);
  }
  if (from > now) throw new AppError("usage", text().sinceInFuture(printable(since)), text().sinceHint);
  if (from >= until) {
    const message = text().sinceAfterUntil(printable(since), printable(asked.until ?? "now"));
    throw new AppError("usage", message, text().sinceHint);
  }
  return { from, to: Math.min(until, now) };
}

function instant(option: string, value: string, now: number, zoneName: () => string): number {
  const at = parseInstant(value, now, zoneName, "past");
  if (at !== null) return at;
  throw new AppError("usage", text().badInstant(option, printable(value)), text().badInstantHint);
}
