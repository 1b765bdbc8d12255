import { describe, expect, it } from "vitest";
import { parseInstant } from "../../../src/estatus/core/instant.ts";

const zone = "Europe/Madrid";
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const now = at("2026-11-22T12:00:00Z");

describe("parseInstant", () => {
  it.each([
    ["30d", "2026-10-23T12:00:00Z"],
    ["1h30m", "2026-11-22T10:30:00Z"],
    ["now", "2026-11-22T12:00:00Z"],
    ["2026-11-01", "2026-10-31T23:00:00Z"],
    ["2026-07-01", "2026-06-30T22:00:00Z"],
    ["2026-11-01T08:30", "2026-11-01T07:30:00Z"],
    ["2026-11-01 08:30:15", "2026-11-01T07:30:15Z"],
    ["2026-11-01T08:30:00Z", "2026-11-01T08:30:00Z"],
    ["2026-11-01T08:30:00+02:00", "2026-11-01T06:30:00Z"],
  ])("reads %s, looking back", (text, expected) => {
    expect(parseInstant(text, now, () => zone, "past")).toBe(at(expected));
  });

  it.each([
    ["2h", "2026-11-22T14:00:00Z"],
    ["17:30", "2026-11-22T16:30:00Z"],
    ["9:05", "2026-11-23T08:05:00Z"],
    ["13:00", "2026-11-23T12:00:00Z"],
  ])("reads %s, looking ahead: a time of day is the next one", (text, expected) => {
    expect(parseInstant(text, now, () => zone, "future")).toBe(at(expected));
  });

  it("finds the next time of day across a night that has 25 hours", () => {
    const beforeDst = at("2026-10-24T20:00:00Z");
    expect(parseInstant("21:00", beforeDst, () => zone, "future")).toBe(at("2026-10-25T20:00:00Z"));
  });

  it.each([
    ["02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z"],
    ["02:30", "2026-10-25T00:40:00Z", "2026-10-25T01:30:00Z"],
    ["02:30", "2026-10-25T00:20:00Z", "2026-10-25T00:30:00Z"],
    ["02:30", "2026-03-29T10:00:00Z", "2026-03-30T00:30:00Z"],
    ["02:30", "2026-03-29T00:20:00Z", "2026-03-29T01:30:00Z"],
  ])("reads %s at %s as %s: an hour that comes twice or not at all is no day more or hour less", (...one) => {
    const [text, from, expected] = one;
    expect(parseInstant(text, at(from), () => zone, "future")).toBe(at(expected));
  });

  it.each(["0001-01-01", "-271821-04-20T00:00Z", "365000d"])(
    "reads %s, looking back, as 1970, before which nothing was recorded",
    (text) => {
      expect(parseInstant(text, now, () => zone, "past")).toBe(0);
    },
  );

  it.each([
    "",
    "tomorrow",
    "2026-13-01",
    "2026-02-30",
    "25:00",
    "17:30 today",
    "20261",
    "-1d",
    "yesterday 5pm",
  ])("takes %j for no time", (text) => {
    expect(parseInstant(text, now, () => zone, "future")).toBeNull();
  });

  it("takes a time of day for no time when looking back, where it would be a guess", () => {
    expect(parseInstant("17:30", now, () => zone, "past")).toBeNull();
  });
});
