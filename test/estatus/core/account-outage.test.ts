import { describe, expect, it } from "vitest";
import {
  agenda,
  hung,
  knowing,
  look,
  memory,
  minute,
  missing,
  newer,
  noon,
  openOutage,
  second,
  up,
} from "./knowing.ts";

describe("a program that is missing", () => {
  it("went away between the last look that saw it and this one", () => {
    expect(look(minute, missing(noon + minute)).outage.opened).toEqual({
      kind: "missing",
      cause: "unknown",
      earliestStart: noon,
      latestStart: noon + minute,
      end: null,
      unaided: minute,
    });
  });

  it.each([
    ["a later heartbeat leaves a few seconds", { beatAt: noon + 20 * second }, 20, 26, "killed"],
    ["a receipt gives it exactly", { closed: { at: noon + 30 * second, reason: "quit" } }, 30, 30, "closed"],
    ["a crash gives it exactly", { crashedAt: noon + 40 * second }, 40, 40, "crashed"],
    [
      "a receipt that says crashed is a crash",
      { closed: { at: noon + 9 * second, reason: "crashed" } },
      9,
      9,
      "crashed",
    ],
    [
      "evidence from before the last look cannot move it back",
      { beatAt: noon - 5 * minute },
      0,
      60,
      "killed",
    ],
    [
      "evidence from the future cannot move it out",
      { closed: { at: noon + 99 * minute, reason: "quit" } },
      60,
      60,
      "closed",
    ],
  ])("%s", (_, evidence, earliest, latest, cause) => {
    expect(look(minute, missing(noon + minute, evidence)).outage.opened).toMatchObject({
      earliestStart: noon + earliest * second,
      latestStart: noon + latest * second,
      cause,
    });
  });

  it("tells of nothing that can be tallied where something narrowed its start, or its looks were a gap apart", () => {
    const closed = { beatAt: null, closed: { at: noon + second, reason: "quit" }, crashedAt: null };
    const unaided = (...given: Parameters<typeof look>) => look(...given).outage.opened?.unaided;
    expect(unaided(minute, missing(noon + minute))).toBe(minute);
    expect(unaided(minute, missing(noon + minute, closed))).toBeNull();
    expect(unaided(60 * minute, missing(noon + 60 * minute))).toBeNull();
  });

  it("opens no second outage while one is open", () => {
    expect(look(minute, missing(noon + minute), knowing({ openOutage })).outage.opened).toBeNull();
  });

  it("on the very first check is a cold start from this check on", () => {
    expect(look(0, missing(noon), knowing({ memory: null })).outage.opened).toMatchObject({
      kind: "cold-start",
      earliestStart: noon,
      latestStart: noon,
    });
  });

  it("after a boot is a cold start from the logon on", () => {
    const change = { bootId: "another", elapsed: 90 * second, loggedOnAt: noon + 59 * minute };
    expect(look(60 * minute, missing(noon + 60 * minute), knowing(), change).outage.opened).toMatchObject({
      kind: "cold-start",
      earliestStart: noon + 59 * minute,
      latestStart: noon + 59 * minute,
    });
  });

  it("is no outage while the user's pause lasts", () => {
    const known = knowing({ pauses: [{ from: noon + second, to: noon + 60 * minute }] });
    expect(look(minute, missing(noon + minute), known).outage.opened).toBeNull();
  });

  it("is one from the end of the pause on, exactly, where it was seen closed in it", () => {
    const closedInPause = {
      ...memory,
      state: "missing" as const,
      checkedAt: noon,
      aliveAt: noon - 20 * minute,
    };
    const known = knowing({
      memory: closedInPause,
      pauses: [{ from: noon - 10 * minute, to: noon + 30 * second }],
    });
    expect(look(minute, missing(noon + minute), known).outage.opened).toMatchObject({
      earliestStart: noon + 30 * second,
      latestStart: noon + 30 * second,
    });
  });
});

describe("a program that is back", () => {
  const open = knowing({ openOutage: { ...openOutage, attempts: [] } });
  const since = (ms: number) => newer(noon + ms);

  it("ends the outage at its own creation, brought back by somebody else", () => {
    const result = look(minute, up(noon + minute, since(5 * second)), open);
    expect(result.outage.ended).toEqual({ at: noon + 5 * second, by: "someone-else", restored: null });
  });

  it("that began before the look that missed it, but in its outage, ends it when it began", () => {
    const known = knowing({
      openOutage: { ...openOutage, earliestStart: noon - 10 * second, latestStart: noon },
    });
    const ended = (startedAt: number) =>
      look(minute, up(noon + minute, newer(startedAt)), known).outage.ended?.at;
    expect(ended(noon - 4 * second)).toBe(noon - 4 * second);
    expect(ended(noon - minute)).toBe(noon - 10 * second);
  });

  it("ends it only when it has lived for `survive`", () => {
    expect(look(minute, up(noon + minute, since(50 * second + 1)), open).outage.ended).toBeNull();
    expect(look(minute, up(noon + minute, since(50 * second)), open).outage.ended).not.toBeNull();
  });

  it("ends it only when it beats, where it keeps a heartbeat", () => {
    const silent = up(noon + minute, since(0), { heartbeat: { beatAt: null, restored: null } });
    expect(look(minute, silent, open).outage.ended).toBeNull();
    const beating = up(noon + minute, since(0), {
      heartbeat: { beatAt: noon + 9 * second, restored: '{"a":1}' },
    });
    expect(look(minute, beating, open).outage.ended?.restored).toBe('{"a":1}');
  });

  it("is credited to the attempt that launched it, also where the check died before it noted the pid", () => {
    const attempt = { number: 9, at: noon + second, result: null, pid: null, token: null, error: null };
    const known = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
    const result = look(minute, up(noon + minute, since(2 * second)), known).outage;
    expect(result.ended?.by).toBe("estatus");
    expect(result.settled).toEqual([{ number: 9, result: "survived", pid: 200, error: null }]);
  });

  it.each([
    [200, "estatus"],
    [1_000, "someone-else"],
  ])(
    "born %i ms before an attempt whose check noted no pid, is credited to %s: clocks err by less",
    (ms, by) => {
      const attempt = { number: 9, at: noon + second, result: null, pid: null, token: null, error: null };
      const known = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
      const result = look(minute, up(noon + minute, since(second - ms)), known).outage;
      expect(result.ended?.by).toBe(by);
    },
  );

  it("is credited to somebody else where it is older than the attempt", () => {
    const attempt = { number: 9, at: noon + 20 * second, result: null, pid: 55, token: "x", error: null };
    const known = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
    const result = look(minute, up(noon + minute, since(10 * second)), known).outage;
    expect(result.ended?.by).toBe("someone-else");
    expect(result.settled[0]?.result).toBe("superseded");
  });
});

describe("an outage nobody saw", () => {
  it("shows in another process than last time", () => {
    const result = look(minute, up(noon + minute, newer(noon + 30 * second)));
    expect(result.outage.opened).toEqual({
      kind: "restarted",
      cause: "unknown",
      earliestStart: noon,
      latestStart: noon + 30 * second,
      end: { at: noon + 30 * second, by: "someone-else", restored: null },
      unaided: minute,
    });
    expect(result.steady).toBe(false);
  });

  it("is narrowed by the last word that the lost process left its successor", () => {
    const closed = { at: noon + 20 * second, reason: "quit" };
    const predecessor = { beatAt: closed.at, closed, crashedAt: null };
    const seen = up(noon + minute, newer(noon + 30 * second), { predecessor });
    expect(look(minute, seen).outage.opened).toMatchObject({
      kind: "restarted",
      cause: "closed",
      earliestStart: closed.at,
      latestStart: closed.at,
    });
  });

  it("is told apart from the same pid used again", () => {
    const reused = { ...agenda, token: "later@boot", startedAt: noon + 30 * second };
    expect(look(minute, up(noon + minute, reused)).outage.opened?.kind).toBe("restarted");
  });

  it("is a cold start where the machine was booted in between", () => {
    const change = { bootId: "another", loggedOnAt: noon + 50 * minute };
    const seen = up(noon + 60 * minute, newer(noon + 51 * minute));
    expect(look(60 * minute, seen, knowing(), change).outage.opened).toMatchObject({
      kind: "cold-start",
      earliestStart: noon + 50 * minute,
      end: { at: noon + 51 * minute },
    });
  });

  it("is none where the other process was there before the last look: another copy, or one that was forked and stays", () => {
    const copy = look(minute, up(noon + minute, newer(noon - 10 * minute)));
    expect(copy.outage.opened).toBeNull();
    expect(copy.memory.identity).toEqual(newer(noon - 10 * minute));
    expect(copy.memory.coveredFrom).toBe(memory.coveredFrom);
  });

  it("is none where a pause allowed it", () => {
    const known = knowing({ pauses: [{ from: noon - minute, to: noon + 60 * minute }] });
    expect(look(minute, up(noon + minute, newer(noon + 30 * second)), known).outage.opened).toBeNull();
  });
});

describe("a program that hangs", () => {
  const stale = (looks: number) =>
    knowing({ memory: { ...memory, staleLooks: looks, staleSince: noon - minute } });

  it("counts from the third look in a row, since between its last sign of life and the first of these looks", () => {
    expect(look(minute, hung(noon + minute), stale(1)).outage.opened).toBeNull();
    const seen = hung(noon + minute, { heartbeat: { beatAt: noon - 2 * minute, restored: null } });
    expect(look(minute, seen, stale(2)).outage.opened).toEqual({
      kind: "hung",
      cause: "hung",
      earliestStart: noon - 2 * minute,
      latestStart: noon - minute,
      end: null,
      unaided: null,
    });
  });

  it("counts from scratch after one look that found it well", () => {
    expect(look(minute, up(noon + minute), stale(2)).memory).toMatchObject({
      staleLooks: 0,
      staleSince: null,
    });
  });

  it("ends its outage when it answers again, as the same process", () => {
    const known = { ...stale(3), openOutage: { ...openOutage, kind: "hung" as const } };
    const heartbeat = { beatAt: noon + 50 * second, restored: '{"contacts":3}' };
    // It has told what it restored when it began, long before.
    expect(look(minute, up(noon + minute, agenda, { heartbeat }), known).outage.ended).toEqual({
      at: noon + minute,
      by: "someone-else",
      restored: null,
    });
  });
});
