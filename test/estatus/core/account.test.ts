import { describe, expect, it } from "vitest";
import { account } from "../../../src/estatus/core/account.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";
import {
  agenda,
  knowing,
  look,
  memory,
  minute,
  missing,
  moment,
  newer,
  noon,
  openOutage,
  second,
  up,
} from "./knowing.ts";

describe("coverage", () => {
  it("goes on while checks follow one another, and then nothing but the memory changes", () => {
    const result = look(minute);
    expect(result).toMatchObject({ steady: true, finishedCoverage: null, gap: null });
    expect(result.memory).toMatchObject({ coveredFrom: memory.coveredFrom, checkedAt: noon + minute });
  });

  it("bridges one missed check and no more", () => {
    expect(look(150 * second).gap).toBeNull();
    expect(look(150 * second + 1).gap).toEqual({
      from: noon,
      to: noon + 150 * second + 1,
      cause: "unexplained",
    });
  });

  it.each([
    [60, 1],
    [1, 60],
  ])(
    "goes on until a check is overdue by the old interval and the new: from %i minutes to %i",
    (old, now) => {
      const known = knowing({ memory: { ...memory, interval: old * minute } });
      const policy = { ...DEFAULT_POLICY, interval: now * minute };
      const gapAt = (ms: number) => account(known, moment(ms), up(noon + ms), policy).gap;
      expect(gapAt(150 * minute)).toBeNull();
      expect(gapAt(150 * minute + 1)).toMatchObject({ cause: "unexplained" });
    },
  );

  it.each([
    [60, 31, "asleep"],
    [150, 149, "asleep"],
    [60, 29, undefined],
    [3, 2, undefined],
  ])("of checks an hour apart, %i minutes with %i of them asleep between two: %s", (apart, asleep, cause) => {
    const now = moment(apart * minute, { awake: memory.awake + (apart - asleep) * minute });
    const policy = { ...DEFAULT_POLICY, interval: 60 * minute };
    expect(account(knowing(), now, up(now.at), policy).gap?.cause).toBe(cause);
  });

  it("ends at the last check before a gap and begins anew after it", () => {
    const result = look(60 * minute);
    expect(result.finishedCoverage).toEqual({ from: memory.coveredFrom, to: noon });
    expect(result.memory.coveredFrom).toBe(noon + 60 * minute);
  });

  it.each([
    ["asleep", { awake: memory.awake + 5 * minute }],
    ["machine-off", { bootId: "another" }],
    ["logged-off", { loggedOnAt: noon + 59 * minute }],
    ["unexplained", {}],
  ])("calls an hour without checks %s where the clocks say so", (cause, change) => {
    const known = knowing({ memory: { ...memory, loggedOnAt: noon - 120 * minute } });
    expect(
      look(60 * minute, up(noon + 60 * minute), known, { loggedOnAt: noon - 120 * minute, ...change }).gap
        ?.cause,
    ).toBe(cause);
  });

  it("is not extended by a look that could not tell, nor cut short by one", () => {
    const blind = look(minute, { at: noon + minute, state: "unknown", reason: "?" });
    expect(blind).toMatchObject({ steady: true, gap: null, outage: { opened: null, ended: null } });
    expect(blind.memory).toMatchObject({
      state: "unknown",
      reason: "?",
      checkedAt: noon,
      lookedAt: noon + minute,
    });
    expect(look(2 * minute, up(noon + 2 * minute), knowing({ memory: blind.memory })).gap).toBeNull();
  });
});

describe("the wall clock", () => {
  const year = 365 * 24 * 60 * minute;

  it.each([year, -year, 3 * second, -3 * second])("set by %d ms splits coverage and is no outage", (jump) => {
    const result = look(
      minute,
      up(noon + minute + jump, { ...agenda, startedAt: agenda.startedAt + jump }),
      knowing(),
      {
        at: noon + minute + jump,
      },
    );
    expect(result.gap?.cause).toBe("clock-changed");
    expect(result.outage.opened).toBeNull();
    expect(result.memory.coveredFrom).toBe(noon + minute + jump);
  });

  it.each([year, -year])("set by %d ms makes no outage longer or shorter than it was", (jump) => {
    const at = noon + minute + jump;
    const opened = look(minute, missing(at), knowing(), { at }).outage.opened;
    expect(opened).toMatchObject({ earliestStart: at - minute, latestStart: at });
  });

  it("set while an outage is open moves what is recorded of it along", () => {
    const result = look(minute, missing(noon + minute - year), knowing({ openOutage }), {
      at: noon + minute - year,
    });
    const { earliestStart, latestStart } = openOutage;
    expect(result.movedOutage).toEqual({
      ...openOutage,
      earliestStart: earliestStart - year,
      latestStart: latestStart - year,
    });
  });

  it.each([year, -year, -60 * minute])(
    "set by %d ms just before the look that finds the program back makes its outage no longer",
    (jump) => {
      const at = noon + minute + jump;
      const attempt = { number: 1, at: noon + 1, result: null, pid: null, token: null, error: null };
      const known = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
      const { ended, settled } = look(minute, up(at, newer(at - 50 * second)), known, { at }).outage;
      expect(ended).toMatchObject({ at: noon + 10 * second + jump, by: "estatus" });
      expect(settled).toMatchObject([{ result: "survived" }]);
    },
  );

  it.each([year, -year])(
    "mended by %d ms after a boot leaves an outage from before the boot as it was",
    (jump) => {
      const at = noon + minute + jump;
      const [earliestStart, latestStart] = [noon + jump - 120 * minute, noon + jump - 110 * minute];
      const known = knowing({ openOutage: { ...openOutage, earliestStart, latestStart } });
      const { outage, movedOutage } = look(minute, up(at, newer(at - 50 * second)), known, { at });
      expect(movedOutage).toMatchObject({ earliestStart, latestStart });
      expect(outage.ended).toMatchObject({ at: at - 50 * second });
    },
  );

  it("a millisecond off at each check is drift, and nothing at all", () => {
    expect(look(minute, up(noon + minute - 1), knowing(), { at: noon + minute - 1 }).steady).toBe(true);
  });
});

describe("the memory of attempts", () => {
  const tried = { ...memory, recentAttempts: 5, lastAttemptAt: noon - minute };

  it.each([
    ["a program up for `stable_after`", up(noon + minute), {}, 0],
    [
      "a program up for less",
      up(noon + minute, newer(noon - 2 * minute)),
      { identity: newer(noon - 2 * minute) },
      5,
    ],
    ["a closing with a receipt", missing(noon + minute, { closed: { at: noon + 1, reason: "quit" } }), {}, 0],
    ["a kill from outside", missing(noon + minute, { beatAt: noon + 1 }), {}, 0],
    ["a crash", missing(noon + minute, { crashedAt: noon + 1 }), {}, 5],
    ["an end without any evidence", missing(noon + minute), {}, 5],
  ])("after %s", (_, seen, change, attempts) => {
    const known = knowing({ memory: { ...tried, ...change } });
    expect(look(minute, seen, known).memory.recentAttempts).toBe(attempts);
  });

  it("is gone after a boot", () => {
    const known = knowing({ memory: tried });
    expect(look(60 * minute, missing(noon + 60 * minute), known, { bootId: "b" }).memory.recentAttempts).toBe(
      0,
    );
  });

  it("is kept while one outage lasts, whatever its cause", () => {
    const known = knowing({ memory: tried, openOutage });
    expect(look(minute, missing(noon + minute, { beatAt: noon + 1 }), known).memory.recentAttempts).toBe(5);
  });

  it("counts no attempt of a check that was killed before the launch, and holds the next one up for none", () => {
    const attempt = { number: 1, at: noon - second, result: null, token: null, error: null };
    const after = (pid: number | null) => {
      const open = { ...openOutage, attempts: [{ ...attempt, pid }] };
      return look(minute, missing(noon + minute), knowing({ memory: tried, openOutage: open })).memory;
    };
    expect(after(null)).toMatchObject({ recentAttempts: 4, lastAttemptAt: null });
    expect(after(55)).toMatchObject({ recentAttempts: 5, lastAttemptAt: tried.lastAttemptAt });
  });
});

describe("attempts left in hand by a check that died", () => {
  it.each([
    [55, "died"],
    [null, "failed"],
  ])("with the pid %j noted, they have %s when the program is missing", (pid, result) => {
    const attempt = { number: 9, at: noon, result: null, pid, token: null, error: null };
    const known = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
    expect(look(minute, missing(noon + minute), known).outage.settled[0]?.result).toBe(result);
  });

  it.each([
    ["before the next attempt is the first's, which was taken for interrupted", 1, ["survived"], "estatus"],
    ["after it is of neither, where that found somebody else's", 3, [], "someone-else"],
  ])("a process born %s", (_, born, results, by) => {
    const attempt = { number: 1, at: noon, result: null, pid: null, token: null, error: null };
    const first = knowing({ openOutage: { ...openOutage, attempts: [attempt] } });
    const [interrupted] = look(second, missing(noon + second), first).outage.settled;
    const next = { ...attempt, number: 2, at: noon + 2 * second, result: "superseded" as const };
    const attempts = [{ ...attempt, ...interrupted }, next];
    const seen = up(noon + minute, newer(noon + born * second));
    const { settled, ended } = look(
      minute,
      seen,
      knowing({ openOutage: { ...openOutage, attempts } }),
    ).outage;
    expect(settled.map(({ result }) => result)).toEqual(results);
    expect(ended?.by).toBe(by);
  });
});
