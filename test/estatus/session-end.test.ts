import { expect, test } from "vitest";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import { runCheck, type CheckReport } from "../../src/estatus/cycle.ts";
import { newHome, type Home } from "../support/home.ts";
import { recorded } from "../support/recorded.ts";

const program = {
  name: "Agenda",
  executable: "/nowhere/estatus-session-end-test",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};

/** One real check in a session that ends when `ending` says so; the program is missing. */
async function check(home: Home, ending: () => boolean): Promise<{ report: CheckReport; launches: number }> {
  let launches = 0;
  const report = await runCheck(
    {
      machine: { ...(await thisMachine()), sessionEnding: ending },
      launch: async () => {
        launches++;
        throw new Error("not in this test");
      },
      prepareLaunch: () => undefined,
      folder: home.estatus,
      fallbackFolder: home.estatus,
      tell: { seen: () => undefined, launched: () => undefined, trouble: () => undefined },
      endsAfter: false,
    },
    [program],
  );
  return { report, launches };
}

const outages = (home: Home) =>
  recorded(home, (db) => db.prepare("SELECT count(*) FROM outage").pluck().get());

test("at logoff or shutdown a missing program is not relaunched, and that time is no outage", async () => {
  using home = newHome();
  const { report, launches } = await check(home, () => true);
  expect(report.programs[0]!.observation).toMatchObject({
    state: "unknown",
    reason: "the session is ending",
  });
  expect([launches, outages(home)]).toEqual([0, 0]);
});

test("a session that begins to end just before the launch stops it", async () => {
  using home = newHome();
  let asked = 0;
  const { launches } = await check(home, () => asked++ > 0);
  expect(asked).toBeGreaterThan(1);
  expect(launches).toBe(0);
});

test("in a session that goes on the same program is relaunched", async () => {
  using home = newHome();
  const { launches } = await check(home, () => false);
  expect([launches, outages(home)]).toEqual([1, 1]);
});
