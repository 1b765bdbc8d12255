import { styleText } from "node:util";
import { text } from "../../locales/report.ts";
import { addTimes, type Times } from "../core/availability.ts";
import type { Day } from "../core/days.ts";
import { padTo, WIDTH, wrap } from "./fit.ts";
import { shapeOf, type Shape } from "./shape.ts";

type Mark = Shape | "partly" | "unknown" | "paused";
type Style = Parameters<typeof styleText>[0];

// The shape says it all without the colour: the lower, the longer it was down.
const marks: Readonly<Record<Mark, { readonly glyph: string; readonly style: Style }>> = {
  up: { glyph: "█", style: "green" },
  short: { glyph: "▆", style: "yellow" },
  medium: { glyph: "▃", style: "yellow" },
  long: { glyph: "▁", style: "red" },
  partly: { glyph: "░", style: "green" },
  unknown: { glyph: "·", style: "gray" },
  paused: { glyph: "=", style: "cyan" },
};
const order = ["up", "short", "medium", "long", "partly", "unknown", "paused"] as const;

const CELLS = 66;

/** A bar with a mark for each day (or few days, where they would not fit), its two dates and a legend. */
export function dayBar(days: readonly Day[], colour: boolean): string[] {
  const perCell = Math.max(1, Math.ceil(days.length / CELLS));
  const cells: Mark[] = [];
  for (let i = 0; i < days.length; i += perCell) {
    cells.push(markOf(addTimes(days.slice(i, i + perCell).map((day) => day.times))));
  }
  const cellWidth = cells.length * 2 <= CELLS ? 2 : 1;
  const bar = cells.map((mark) => draw(mark, colour) + (cellWidth === 2 ? " " : "")).join("");
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const room = Math.min(WIDTH - 2, Math.max(cells.length * cellWidth - (cellWidth - 1), 22));
  const dates = first === last ? first : padTo(first, room - last.length) + last;
  const used = order.filter((mark) => cells.includes(mark));
  const legend = used.map((mark) => `${marks[mark].glyph} ${text().legend[mark].replaceAll(" ", "\u00a0")}`);
  if (perCell > 1) legend.push(text().perCell(perCell));
  return [`  ${bar.trimEnd()}`, `  ${dates}`, ...wrap(legend.join("   "), "  ")];
}

/** A row of stretches of time, one glyph each, for a screen without a legend. */
export function strip(stretches: readonly Times[], colour: boolean): string {
  return stretches.map((times) => draw(markOf(times), colour)).join("");
}

function draw(mark: Mark, colour: boolean): string {
  const { glyph, style } = marks[mark];
  return colour ? styleText(style, glyph, { validateStream: false }) : glyph;
}

// By its longest-felt state: how long it was down comes first.
function markOf(times: Times): Mark {
  const covered = times.up + times.downMid;
  if (covered === 0) return times.paused > times.unknown ? "paused" : "unknown";
  const shape = shapeOf(times.downMid);
  return shape === "up" && covered < times.unknown ? "partly" : shape;
}
