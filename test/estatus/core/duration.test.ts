import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "../../../src/estatus/core/duration.ts";

describe("parseDuration", () => {
  it.each([
    ["10s", 10_000],
    ["250ms", 250],
    ["1m", 60_000],
    ["1h30m", 5_400_000],
    ["1h 30m", 5_400_000],
    ["30D", 30 * 86_400_000],
    ["2w", 14 * 86_400_000],
    ["0s", 0],
  ])("reads %s as %d ms", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    "",
    " ",
    "-5s",
    "5",
    "s",
    "1.5h",
    "tomorrow",
    "1h-2m",
    "5 minutes",
    "1e3s",
    "99999999999d",
    "1h;rm",
  ])("takes %j for no duration", (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [-5, "0 s"],
    [4_567, "4.6 s"],
    [9_949, "9.9 s"],
    [9_960, "10 s"],
    [59_999, "1 min"],
    [90_000, "1 min 30 s"],
    [3_600_000, "1 h"],
    [93_784_000, "1 d 2 h"],
  ])("shows %d ms as its two largest units", (ms, shown) => {
    expect(formatDuration(ms)).toBe(shown);
  });
});
