import { expect, test } from "vitest";
import { padTo, widthOf, wrap } from "../../../src/estatus/report/fit.ts";

test.for([
  ["", 0],
  ["Agenda", 6],
  ["café – ±2 s…", 12],
  ["cafe\u0301", 4],
  ["予定表", 6],
  ["🙂 ok", 5],
  ["▆▃", 2],
] as const)("%j takes %i columns of a terminal", ([text, width]) => {
  expect(widthOf(text)).toBe(width);
  expect(widthOf(padTo(text, 20))).toBe(20);
});

test("A line is broken before it is wider than 80 columns, whatever its letters", () => {
  for (const word of ["contacto", "añoso", "予定表"]) {
    const lines = wrap(Array(60).fill(word).join(" "), "  ");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
  }
});
