import { expect, it } from "vitest";
import { backoffDelay } from "../../../src/estatus/core/backoff.ts";

const minute = 60_000;

it.each([
  [0, 0],
  [1, 0],
  [2, 2],
  [3, 4],
  [4, 8],
  [5, 15],
  [6, 15],
  [1_000_000, 15],
])("after %d attempts the next one waits %d minutes", (attempts, minutes) => {
  expect(backoffDelay(attempts, 15 * minute)).toBe(minutes * minute);
});
