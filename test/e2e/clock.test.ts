import { expect, test } from "vitest";
import { CLOCK_ERROR_MS } from "../support/clock-error.ts";
import { check, report } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { age, recorded, setClock, sleepFor } from "../support/recorded.ts";
import { until } from "../support/until.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

// Seconds, with what two clocks read one after the other may differ by.
const secondsSince = (began: number) => (performance.now() - began + CLOCK_ERROR_MS) / SECOND;

async function up(home: Home) {
  const began = performance.now();
  const program = sleeper(home);
  configure(home, [program]);
  const pid = (await check(home)).programs[0]!.pid!;
  expect(await check(home)).toMatchObject({ code: 0 });
  return { program, pid, began };
}

/** What must hold of any report: nothing negative, nothing in the future, no outage longer than the test. */
async function expectSane(home: Home, gaps: readonly string[], began: number) {
  const told = await report(home, "Guarded");
  expect(Object.values(told.seconds).filter((value) => value < 0)).toEqual([]);
  const lasted = secondsSince(began);
  for (const outage of told.outages) {
    const [min, mid, max] = [
      outage.duration_seconds.min,
      outage.duration_seconds.mid,
      outage.duration_seconds.max,
    ];
    expect(0 <= min && min <= mid && mid <= max && max <= lasted, JSON.stringify(outage)).toBe(true);
    expect(Date.parse(outage.latest_start)).toBeLessThanOrEqual(Date.now());
  }
  expect(told.gaps.map(({ cause }) => cause)).toEqual(expect.arrayContaining([...gaps]));
  return told;
}

test.concurrent.for([
  ["back a year", -365 * DAY],
  ["back an hour", -HOUR],
  ["forward an hour", HOUR],
  ["forward a year", 365 * DAY],
] as const)(
  "The clock is set %s: no outage, no relaunch, and the next outage has its true length",
  async ([, by]) => {
    using home = newHome();
    const { program, pid, began } = await up(home);
    setClock(home, by);
    expect(await check(home)).toMatchObject({ code: 0, stderr: "", programs: [{ pid, action: "nothing" }] });
    expect(processesOf(program.executable)).toEqual([pid]);
    kill([pid]);
    await until("the program is gone", () => !isAlive(pid));
    setClock(home, by);
    expect(await check(home)).toMatchObject({
      code: 1,
      stderr: "",
      programs: [{ attempt: { result: "survived" } }],
    });
    expect(await check(home)).toMatchObject({ code: 0 });
    const { outages } = await expectSane(home, [], began);
    expect(outages.filter(({ kind }) => kind === "missing")).toHaveLength(1);
  },
);

test.concurrent("The clock is set while an outage is open: its length stays true, and the back-off too", async () => {
  using home = newHome();
  const { program, pid, began } = await up(home);
  configure(home, [{ ...program, arguments: ["0"] }]);
  kill([pid]);
  await until("the program is gone", () => !isAlive(pid));
  for (const _ of [1, 2])
    expect(await check(home)).toMatchObject({ code: 2, programs: [{ action: "launch" }] });
  for (const by of [-365 * DAY, 365 * DAY, -HOUR, HOUR]) {
    setClock(home, by);
    expect(await check(home)).toMatchObject({ code: 2, stderr: "", programs: [{ action: "wait" }] });
  }
  configure(home, [program]);
  age(home, 125 * SECOND);
  expect(await check(home)).toMatchObject({ code: 1 });
  const { outages } = await report(home, "Guarded");
  const open = outages.filter(({ kind }) => kind === "missing");
  expect(open).toHaveLength(1);
  expect(open[0]!.duration_seconds.mid).toBeGreaterThan(125);
  expect(open[0]!.duration_seconds.max).toBeLessThan(125 + secondsSince(began));
});

test.concurrent("A day asleep is a gap and no outage", async () => {
  using home = newHome();
  const { pid, began } = await up(home);
  sleepFor(home, DAY);
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ pid }] });
  const { failures, seconds } = await expectSane(home, ["asleep"], began);
  expect(failures).toBe(0);
  expect(seconds["unknown"]).toBeGreaterThan(86_000);
});

test.concurrent("After a boot with a wrong clock the first launch is a cold start, not a failure", async () => {
  using home = newHome();
  const { pid, began } = await up(home);
  kill([pid]);
  await until("the program is gone", () => !isAlive(pid));
  recorded(home, (db) => db.prepare("UPDATE sight SET boot_id = 'the boot before'").run());
  setClock(home, -365 * DAY);
  expect(await check(home)).toMatchObject({
    code: 1,
    stderr: "",
    programs: [{ opened: { kind: "cold-start" } }],
  });
  setClock(home, 365 * DAY);
  expect(await check(home)).toMatchObject({ code: 0, stderr: "" });
  expect(await expectSane(home, [], began)).toMatchObject({ failures: 0 });
});
