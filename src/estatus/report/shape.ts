const MINUTE = 60_000;

/** How long a program was away in a day, as it is drawn. */
export type Shape = "up" | "short" | "medium" | "long";

/** The shape of so many milliseconds away: under 5 minutes, under an hour, or longer. */
export function shapeOf(away: number): Shape {
  if (away >= 60 * MINUTE) return "long";
  if (away >= 5 * MINUTE) return "medium";
  return away > 0 ? "short" : "up";
}
