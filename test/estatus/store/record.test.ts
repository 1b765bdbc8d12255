import { expect, test } from "vitest";
import { account } from "../../../src/estatus/core/account.ts";
import type { Moment } from "../../../src/estatus/core/moment.ts";
import type { Observation } from "../../../src/estatus/core/observation.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";
import { pausedUntil } from "../../../src/estatus/core/paused-until.ts";
import { applyOutageChange, readOpenOutage } from "../../../src/estatus/store/outages.ts";
import { programId } from "../../../src/estatus/store/programs.ts";
import { activePause, beginPause, endPauses } from "../../../src/estatus/store/pauses.ts";
import { readKnown, recordLook, replayLook } from "../../../src/estatus/store/record.ts";
import { newHome, type Home } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

const T = 1_800_000_000_000;

/** Records an `up` look at wall clock `at`, `elapsed` ms after boot. */
function lookUp(home: Home, at: number, elapsed: number): void {
  const identity = { pid: 7, token: "t", startedAt: T - 60_000 };
  look(home, { at, state: "up", identity, age: 60_000, heartbeat: null }, elapsed);
}

function look(home: Home, observation: Observation, elapsed: number): void {
  const { at } = observation;
  const moment: Moment = { at, bootId: "boot", elapsed, awake: elapsed, loggedOnAt: null };
  recorded(home, (db) => {
    const id = programId(db, "Agenda", at);
    const known = readKnown(db, id, at);
    const accounted = account(known, moment, observation, DEFAULT_POLICY);
    recordLook(db, id, known, { moment, observation, listed: true }, accounted);
  });
}

test("A clock that goes back by a little at each check can be recorded, and makes no gap", () => {
  using home = newHome();
  for (const step of [0, 1, 2, 3, 4]) lookUp(home, T - step * 1_500, step * 300);
  const sight = recorded(home, (db) => db.prepare("SELECT covered_from, checked_at FROM sight").get());
  expect(sight).toEqual({ covered_from: T - 6_000, checked_at: T - 6_000 });
  expect(recorded(home, (db) => db.prepare("SELECT * FROM gap").all())).toEqual([]);
});

test("An outage that was over before the look that found it began before its end", () => {
  using home = newHome();
  lookUp(home, T, 600_000);
  recorded(home, (db) => {
    const id = programId(db, "Agenda", T);
    const [none, opened] = [
      { opened: null, ended: null, startedCold: false, settled: [] },
      {
        kind: "missing",
        cause: "unknown",
        earliestStart: T,
        latestStart: T + 60_000,
        end: null,
        unaided: null,
      },
    ] as const;
    applyOutageChange(db, id, null, { ...none, opened });
    const open = readOpenOutage(db, id)!;
    const ended = { at: T + 59_000, by: "someone-else", restored: null } as const;
    applyOutageChange(db, id, open.id, { ...none, ended });
    expect(db.prepare("SELECT earliest_start, latest_start, ended_at FROM outage").all()).toEqual([
      { earliest_start: T, latest_start: T + 59_000, ended_at: T + 59_000 },
    ]);
  });
});

test("An outage from before a boot whose clock was years behind is ended when that clock is mended", () => {
  using home = newHome();
  const years = 6 * 365 * 86_400_000;
  const began = T - 86_400_000;
  lookUp(home, T - years, 600_000);
  recorded(home, (db) => {
    const opened = { kind: "missing", cause: "killed", end: null, unaided: null } as const;
    const start = { earliestStart: began - 60_000, latestStart: began };
    const change = { opened: { ...opened, ...start }, ended: null, startedCold: false, settled: [] };
    applyOutageChange(db, programId(db, "Agenda", T), null, change);
  });
  lookUp(home, T, 610_000);
  expect(
    recorded(home, (db) => db.prepare("SELECT earliest_start, latest_start, ended_at FROM outage").all()),
  ).toEqual([{ earliest_start: began - 60_000, latest_start: began, ended_at: T - 60_000 }]);
});

test("A pause lasts on where the clock is set back behind its beginning, and is over for good when the user resumes", () => {
  using home = newHome();
  const hour = 3_600_000;
  lookUp(home, T, 600_000);
  recorded(home, (db) => {
    const pause = { startedAt: T + 1_000, until: T + 2 * hour, reason: null };
    beginPause(db, programId(db, "Agenda", T), pause);
  });
  lookUp(home, T + 60_000, 660_000);
  const evidence = { beatAt: null, closed: null, crashedAt: null };
  for (const minutes of [2, 3, 4]) {
    const at = T - hour + minutes * 60_000;
    look(home, { at, state: "missing", evidence }, 600_000 + minutes * 60_000);
  }
  recorded(home, (db) => {
    expect(db.prepare("SELECT * FROM outage").all()).toEqual([]);
    const id = programId(db, "Agenda", T);
    expect(endPauses(db, id, T - hour / 2)).toBe(true);
    expect(readKnown(db, id, T + hour).pauses.filter((pause) => pause.to > T - hour / 2)).toEqual([]);
  });
});

/** What a pause of two hours is to a look at T + `at`, when it began at T + `paused` and the clock was set back since. */
function pauseAfter(
  { paused, resumed, at }: { paused: number; resumed: number | null; at: number },
  looks: readonly number[],
) {
  using home = newHome();
  for (const ms of looks.filter((each) => each <= paused)) lookUp(home, T + ms, 600_000 + ms);
  recorded(home, (db) => {
    const pause = { startedAt: T + paused, until: T + paused + 7_200_000, reason: null };
    beginPause(db, programId(db, "Agenda", T), pause);
  });
  for (const ms of looks.filter((each) => each > paused)) lookUp(home, T + ms, 600_000 + ms);
  const evidence = { beatAt: null, closed: null, crashedAt: null };
  if (resumed !== null) recorded(home, (db) => void endPauses(db, programId(db, "Agenda", T), T + resumed));
  look(home, { at: T + at, state: "missing", evidence }, 600_000 + 4_000_000);
  return recorded(home, (db) => {
    const id = programId(db, "Agenda", T);
    return {
      inForce: pausedUntil(readKnown(db, id, T + at).pauses, T + at) !== null,
      status: activePause(db, id, T + at) !== null,
      outages: db.prepare("SELECT kind FROM outage WHERE ended_at IS NULL").pluck().all(),
    };
  });
}

const minutes = (count: number) => count * 60_000;

test.for([
  ["into it", { paused: 1_000, resumed: minutes(50), at: minutes(30) }, [0, minutes(49), minutes(51)]],
  [
    "into it before the next look",
    { paused: 1_000, resumed: minutes(50), at: minutes(30) },
    [0, minutes(49)],
  ],
  [
    "behind it before the next look",
    { paused: 1_000, resumed: minutes(50), at: -minutes(9) },
    [0, minutes(49)],
  ],
  [
    "behind it before the resume",
    { paused: minutes(50), resumed: minutes(31), at: minutes(32) },
    [0, minutes(49)],
  ],
] as const)(
  "A pause that the user ended stays ended where the clock is set back %s, and the program is away",
  ([, pause, looks]) => {
    expect(pauseAfter(pause, looks)).toEqual({ inForce: false, status: false, outages: ["missing"] });
  },
);

test("A pause that was given after the last look is in force where the clock is set back behind it before the next", () => {
  const pause = { paused: minutes(50), resumed: null, at: minutes(30) };
  expect(pauseAfter(pause, [0, minutes(49)])).toEqual({ inForce: true, status: true, outages: [] });
});

test("A look that was spooled in a pause and is taken in after the resume was a look in a pause", () => {
  using home = newHome();
  lookUp(home, T, 600_000);
  recorded(home, (db) => {
    const id = programId(db, "Agenda", T);
    beginPause(db, id, { startedAt: T + 1_000, until: T + minutes(60), reason: null });
    endPauses(db, id, T + minutes(3));
    const at = T + minutes(2);
    const moment = { at, bootId: "boot", elapsed: 720_000, awake: 720_000, loggedOnAt: null };
    const evidence = { beatAt: null, closed: null, crashedAt: null };
    const observation = { at, state: "missing", evidence } as const;
    expect(replayLook(db, id, { moment, observation, listed: true }, DEFAULT_POLICY)).toEqual({
      openOutageId: null,
    });
  });
});

test("A clock that is years behind after a boot does not make a pause of those years", () => {
  using home = newHome();
  lookUp(home, T, 600_000);
  const pause = { startedAt: T - 60_000, until: T + 3_600_000, reason: null };
  recorded(home, (db) => beginPause(db, programId(db, "Agenda", T), pause));
  lookUp(home, T - 6 * 365 * 86_400_000, 610_000);
  lookUp(home, T + 20_000, 620_000);
  expect(recorded(home, (db) => db.prepare("SELECT started_at FROM pause").pluck().all())).toEqual([
    T - 60_000,
  ]);
});

test("A pause that was over before the clock was set back does not begin again", () => {
  using home = newHome();
  lookUp(home, T, 600_000);
  recorded(home, (db) => {
    const id = programId(db, "Agenda", T);
    beginPause(db, id, { startedAt: T + 1_000, until: T + 3_600_000, reason: null });
    endPauses(db, id, T + 30_000);
  });
  lookUp(home, T + 60_000, 660_000);
  lookUp(home, T - 60_000, 720_000);
  expect(recorded(home, (db) => db.prepare("SELECT started_at FROM pause").pluck().all())).toEqual([
    T + 1_000,
  ]);
});

test("Nobody was to watch before the first check, although a pause came days before it", () => {
  using home = newHome();
  const paused = T - 3 * 86_400_000;
  recorded(home, (db) =>
    beginPause(db, programId(db, "Agenda", paused), { startedAt: paused, until: paused + 1, reason: null }),
  );
  for (const second of [0, 60]) lookUp(home, T + second * 1_000, 600_000 + second * 1_000);
  const first = recorded(home, (db) => db.prepare("SELECT first_check_at FROM program").pluck().all());
  expect(first).toEqual([T]);
});
