import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper, type Guarded } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { kill, processesOf } from "../support/processes.ts";
import { age } from "../support/recorded.ts";

const MINUTE = 60_000;
/** So much of a back-off, in ms, is left for a check to come too early: more than it ever takes to come. */
const SOON = 90_000;

const lasting = (home: Home, seconds: number): Guarded => ({
  ...sleeper(home, "Loop"),
  arguments: [String(seconds)],
});

test("A program that dies 1 s after each relaunch is one outage, tried again ever later but for ever", async () => {
  using home = newHome();
  configure(home, [lasting(home, 1_000)], "10m");
  expect(await check(home)).toMatchObject({ code: 1 });
  kill(processesOf(lasting(home, 1).executable));
  const dying = { ...lasting(home, 1), survive: "2s" };
  configure(home, [dying], "10m");

  // At once, at the next check, then 2, 4, 8 minutes and the cap of 15, again and again.
  expect(await check(home)).toMatchObject({ code: 2, programs: [{ attempt: { result: "died" } }] });
  for (const minutes of [0, 2, 4, 8, 15, 15]) {
    if (minutes > 0) {
      age(home, minutes * MINUTE - SOON);
      const early = await check(home);
      expect(early).toMatchObject({
        code: 2,
        programs: [{ action: "wait", reason: "backing-off", attempt: null }],
      });
      expect(Date.parse(early.programs[0]!.next_attempt_at!) - Date.now()).toBeLessThan(SOON);
      age(home, SOON);
    }
    expect(await check(home)).toMatchObject({ code: 2, programs: [{ attempt: { result: "died" } }] });
    expect(processesOf(dying.executable)).toEqual([]);
  }

  configure(home, [lasting(home, 1_000)], "10m");
  age(home, 15 * MINUTE);
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  expect(await check(home)).toMatchObject({ code: 0 });
  const all = await outages(home, "Loop");
  expect(all).toMatchObject([{ kind: "missing", ended_by: "estatus" }]);
  expect(all[0]!.attempts.map(({ result }) => result)).toEqual([...Array(7).fill("died"), "survived"]);
});
