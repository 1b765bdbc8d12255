import { formatDuration } from "../estatus/core/duration.ts";
import { language, type Language } from "./language.ts";

/** A duration in ms as people read it, in `shownIn`: `4.6 s`, in Spanish `4,6 s`. */
export function durationText(ms: number, shownIn: Language = language()): string {
  const shown = formatDuration(ms);
  return shownIn === "es" ? shown.replace(".", ",") : shown;
}
