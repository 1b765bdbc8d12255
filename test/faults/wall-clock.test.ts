import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { check, report } from "../support/commands.ts";
import { singleExecutable, type RunOptions } from "../support/estatus.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";
import { injecting } from "./inject.ts";

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

/** A check whose wall clock stands `ms` ahead; the machine's own clocks and the files' times stay as they are. */
const ahead = (ms: number, zone = "UTC"): RunOptions => ({
  env: {
    LD_PRELOAD: LIBRARY,
    FAKETIME: `${ms < 0 ? "-" : "+"}${(Math.abs(ms) / SECOND).toFixed(3)}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    NO_FAKE_STAT: "1",
    TZ: zone,
  },
});

/** Sees the program up and does nothing. */
async function expectNothing(home: Home, options: RunOptions): Promise<void> {
  expect(await check(home, options)).toMatchObject({
    code: 0,
    stderr: "",
    programs: [{ state: "up", action: "nothing", opened: null }],
  });
}

/** So many outages, none longer than this test has lasted, nothing negative. */
async function expectSane(home: Home, count: number, began: number, options: RunOptions = {}) {
  const told = await report(home, "Guarded", options);
  const outages = told.outages.filter(({ kind }) => kind !== "cold-start");
  expect(outages).toHaveLength(count);
  const lasted = (performance.now() - began) / SECOND;
  for (const {
    duration_seconds: { min, mid, max },
  } of told.outages) {
    expect(0 <= min && min <= mid && mid <= max && max <= lasted, `${min} ${mid} ${max}`).toBe(true);
  }
  expect(Object.values(told.seconds).filter((value) => value < 0)).toEqual([]);
  return told;
}

test.concurrent.for([
  ["a check from source", {}],
  ["the single executable", { checker: singleExecutable }],
] as const)("The library does set the clock of %s, and of nothing else", async ([, checker]) => {
  using home = newHome();
  await bringUp(home, checker);
  await expectNothing(home, checker);
  await expectNothing(home, { ...ahead(365 * DAY), ...checker });
  const { gaps } = await expectSane(home, 0, 0, { ...ahead(365 * DAY), ...checker });
  expect(gaps).toMatchObject([{ cause: "clock-changed" }]);
  expect(Date.parse(gaps[0]!.to) - Date.now()).toBeGreaterThan(364 * DAY);
});

const SET = [
  ["back a year", -365 * DAY, {}],
  ["forward a year", 365 * DAY, {}],
  ["back a year, seen by the single executable", -365 * DAY, { checker: singleExecutable }],
  ["forward a year, seen by the single executable", 365 * DAY, { checker: singleExecutable }],
] as const;

test.concurrent.for(SET)(
  "Set %s, and mended again: no outage from it, no relaunch, true lengths",
  async ([, by, checker]) => {
    const began = performance.now();
    using home = newHome();
    const wrong = { ...ahead(by), ...checker };
    const executable = await bringUp(home, checker);
    await expectNothing(home, checker);
    await expectNothing(home, wrong);
    await endProgram(executable);
    expect(await check(home, wrong)).toMatchObject({ code: 1, stderr: "" });
    await expectNothing(home, wrong);
    await expectNothing(home, checker);
    await endProgram(executable);
    expect(await check(home, checker)).toMatchObject({ code: 1, stderr: "" });
    expect(processesOf(executable)).toHaveLength(1);
    // What was recorded by the wrong clock keeps its date of then, and is no part of a report on today.
    await expectSane(home, 1, began, checker);
    const kinds = recorded(home, (db) => db.prepare("SELECT kind FROM outage ORDER BY id").pluck().all());
    expect(kinds).toEqual(["cold-start", "missing", "missing"]);
  },
);

test.concurrent.for([
  ["a check from source", {}],
  ["the single executable", { checker: singleExecutable }],
] as const)(
  "Set back by 1 ms before each run of %s: no gap, and what is down is down once",
  async ([, checker]) => {
    const began = performance.now();
    using home = newHome();
    const back = (ms: number) => ({ ...ahead(-ms), ...checker });
    const executable = await bringUp(home, checker);
    for (let ms = 1; ms <= 8; ms += 1) await expectNothing(home, back(ms));
    await endProgram(executable);
    expect(await check(home, back(9))).toMatchObject({ code: 1, stderr: "" });
    await expectNothing(home, back(10));
    expect(await expectSane(home, 1, began, back(11))).toMatchObject({ gaps: [] });
  },
);

const CROSSINGS = [
  ["summer time begins", "2027-03-28T01:00:00Z", "Europe/Madrid"],
  ["summer time ends", "2027-10-31T01:00:00Z", "Europe/Madrid"],
  ["a leap day begins", "2028-02-29T00:00:00Z", "UTC"],
  ["a leap day ends", "2028-03-01T00:00:00Z", "UTC"],
] as const;

/** An outage from before `instant`, which comes in `lead` ms, until after it. False where it came sooner than the outage. */
async function outageAcross(instant: number, lead: number, zone: string): Promise<boolean> {
  const began = performance.now();
  using home = newHome();
  const executable = await bringUp(home);
  const crossing = Date.now() + lead;
  const options = ahead(instant - crossing, zone);
  await expectNothing(home, options);
  await endProgram(executable);
  const killed = Date.now();
  if (killed >= crossing) return false;
  await sleep(crossing + SECOND - Date.now());
  expect(await check(home, options)).toMatchObject({ code: 1, stderr: "" });
  await expectNothing(home, options);
  const { outages, gaps } = await expectSane(home, 1, began, options);
  expect(gaps.map(({ cause }) => cause)).toEqual(["clock-changed"]);
  const { earliest_start: earliest, ended_at: ended } = outages.at(-1)!;
  expect(Date.parse(earliest)).toBeLessThan(instant);
  expect(Date.parse(ended!)).toBeGreaterThan(instant);
  expect(outages.at(-1)!.duration_seconds.max).toBeGreaterThan((crossing - killed) / SECOND);
  return true;
}

test.concurrent.for(CROSSINGS)("An outage while %s has its true length", async ([, instant, zone]) => {
  // One check comes before it: how long that takes, nobody knows beforehand.
  let lead = 5 * SECOND;
  while (!(await outageAcross(Date.parse(instant), lead, zone))) lead *= 2;
});

/** Lets a check read `text` where the kernel's `file` is. */
function instead(home: Home, file: string, text: string, options: RunOptions): RunOptions {
  const copy = path.join(home.folder, path.basename(file));
  fs.writeFileSync(copy, text);
  const mount = `mount --bind '${copy}' '${file}'; exec "$@"`;
  return {
    ...options,
    through: ["unshare", "--mount", "--propagation", "unchanged", "sh", "-c", mount, "sh"],
  };
}

test.concurrent("A day asleep, on every clock: a gap, no outage", async () => {
  const began = performance.now();
  using home = newHome();
  await bringUp(home);
  await expectNothing(home, {});
  const uptime = Number(fs.readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  const woken = instead(home, "/proc/uptime", `${uptime + DAY / SECOND} 0.00\n`, ahead(DAY));
  await expectNothing(home, woken);
  expect(await expectSane(home, 0, began, woken)).toMatchObject({ gaps: [{ cause: "asleep" }] });
});

const BOOTED = [
  ["a clock a year behind", {}],
  ["a clock a year behind, seen by the single executable", { checker: singleExecutable }],
] as const;

test.concurrent.for(BOOTED)("A boot with %s, mended later: a cold start, no failure", async ([, checker]) => {
  const began = performance.now();
  using home = newHome();
  const executable = await bringUp(home, checker);
  await expectNothing(home, checker);
  await endProgram(executable);
  const booted = (options: RunOptions) =>
    instead(home, "/proc/sys/kernel/random/boot_id", "00000000-0000-4000-8000-000000000002\n", options);
  expect(await check(home, booted({ ...ahead(-365 * DAY), ...checker }))).toMatchObject({
    code: 1,
    stderr: "",
    programs: [{ opened: { kind: "cold-start" } }],
  });
  await expectNothing(home, booted(checker));
  expect(await expectSane(home, 0, began, booted(checker))).toMatchObject({ failures: 0 });
});

// A busy machine may let a process stand between two questions; which of its looks that is must not matter.
test.concurrent.for([1, 2, 3])(
  "A check that stands for 3 s between two clocks takes that for no change of the clock (look %i)",
  async (look) => {
    using home = newHome();
    await bringUp(home);
    await expectNothing(home, {});
    await expectNothing(home, injecting("openat", `delay_enter=3000000:when=${look}`, "/proc/uptime"));
    await expectNothing(home, {});
    expect(await report(home, "Guarded")).toMatchObject({ gaps: [] });
  },
);
