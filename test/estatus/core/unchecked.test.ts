import { expect, test } from "vitest";
import { uncheckedOf } from "../../../src/estatus/core/unchecked.ts";
import { minute, noon } from "./knowing.ts";

const window = { from: noon, to: noon + 100 * minute };
const at = (from: number, to: number) => ({ from: noon + from * minute, to: noon + to * minute });
const gaps = [at(10, 20), at(30, 60), at(90, 100)];

test.for([
  ["holds a gap", at(5, 25), 10],
  ["holds one and a part of another", at(15, 40), 15],
  ["lies in none", at(60, 90), 0],
  ["ends with the window", at(80, 100), 10],
  ["reaches beyond the window, of which the gaps tell nothing", at(-1, 25), 0],
  ["is short", at(9, 11), 0],
] as const)("An outage that %s has so much of it without checks", ([, outage, minutes]) => {
  expect(uncheckedOf(outage, gaps, window)).toBe(minutes * minute);
});
