import { describe, expect, it } from "vitest";
import { hung, knowing, look, memory, minute, missing, newer, noon, second, up } from "./knowing.ts";

describe("a pause between two looks", () => {
  const pauses = [{ from: noon + 20 * second, to: noon + 30 * second }];

  it("excuses no program that may have gone before it began", () => {
    const seen = missing(noon + minute);
    expect(look(minute, seen, knowing({ pauses })).outage.opened).toMatchObject({
      earliestStart: noon,
      latestStart: noon + minute,
      unaided: null,
    });
  });

  it("excuses one that somebody brought back in it", () => {
    const seen = up(noon + minute, newer(noon + 25 * second));
    expect(look(minute, seen, knowing({ pauses })).outage.opened).toBeNull();
  });
});

describe("a pause over a boot or logon", () => {
  const booted = { bootId: "another", loggedOnAt: noon + 20 * minute };
  const paused = (until: number) => ({ pauses: [{ from: noon - minute, to: noon + until }] });
  const none = { cause: "unknown", unaided: null };

  it("leaves the first start after it a cold start, from the pause's end on", () => {
    const inIt = look(30 * minute, missing(noon + 30 * minute), knowing(paused(40 * minute)), booted);
    expect(inIt.outage.opened).toBeNull();
    const known = knowing({ memory: inIt.memory, ...paused(40 * minute) });
    const from = { earliestStart: noon + 40 * minute, latestStart: noon + 40 * minute };
    const after = look(41 * minute, missing(noon + 41 * minute), known, booted);
    expect(after.outage.opened).toEqual({ kind: "cold-start", ...from, ...none, end: null });
    const startedAt = noon + 40.5 * minute;
    const back = look(41 * minute, up(noon + 41 * minute, newer(startedAt)), known, booted);
    expect(back.outage.opened).toMatchObject({ kind: "cold-start", ...from, end: { at: startedAt } });
  });

  it("excuses what a first look after it finds, and all of a start within it", () => {
    const late = look(60 * minute, missing(noon + 60 * minute), knowing(paused(40 * minute)), booted);
    expect(late.outage.opened).toMatchObject({ kind: "cold-start", latestStart: noon + 40 * minute });
    const seen = up(noon + 60 * minute, newer(noon + 30 * minute));
    expect(look(60 * minute, seen, knowing(paused(40 * minute)), booted).outage.opened).toBeNull();
  });
});

describe("a program that began to hang in a pause", () => {
  it("hangs from the pause's end on", () => {
    const hanging = { ...memory, staleLooks: 9, staleSince: noon - 8 * minute, aliveAt: noon - 9 * minute };
    const known = knowing({
      memory: hanging,
      pauses: [{ from: noon - 20 * minute, to: noon + 30 * second }],
    });
    expect(look(minute, hung(noon + minute), known).outage.opened).toMatchObject({
      kind: "hung",
      earliestStart: noon + 30 * second,
      latestStart: noon + 30 * second,
    });
  });
});
