import { expect, it } from "vitest";
import { checkCode, worstCode } from "../../../src/estatus/core/exit-code.ts";

it.each([
  ["up", { reason: "up", outageEnded: false, outageOpen: false }, 0],
  ["up again", { reason: "missing", outageEnded: true, outageOpen: false }, 1],
  ["up, after an outage nobody saw", { reason: "up", outageEnded: true, outageOpen: false }, 1],
  ["away while paused", { reason: "paused", outageEnded: false, outageOpen: true }, 1],
  ["still away", { reason: "missing", outageEnded: false, outageOpen: true }, 2],
  ["backing off", { reason: "backing-off", outageEnded: false, outageOpen: true }, 2],
  ["hung", { reason: "hung", outageEnded: false, outageOpen: true }, 2],
  ["running twice", { reason: "duplicated", outageEnded: false, outageOpen: false }, 0],
  ["a question that failed", { reason: "unknown", outageEnded: false, outageOpen: true }, 3],
] as const)("a program that is %s gives its code", (_, outcome, code) => {
  expect(checkCode(outcome)).toBe(code);
});

it.each([
  [[], 0],
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 3], 3],
  [[3, 2, 0], 2],
] as const)("of the codes %j the worst counts", (codes, worst) => {
  expect(worstCode(codes)).toBe(worst);
});
