import { expect, test } from "vitest";
import { fuzzReaders } from "./mutation-fuzz.ts";

test("A damaged file is read as far as it goes or refused in a sentence; nothing crashes or hangs", () => {
  const { read, refused, wrong } = fuzzReaders(1, 3_000);
  expect(wrong).toEqual([]);
  // The damage must be small enough to reach the depths of the readers, and large enough to matter.
  expect(read).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(300);
});
