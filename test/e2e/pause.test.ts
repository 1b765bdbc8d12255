import { expect, test } from "vitest";
import { check, outages, report } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

test("A paused program may be closed: exit 1, no relaunch, no outage; after resume it is brought back", async () => {
  using home = newHome();
  const program = sleeper(home);
  configure(home, [program]);
  const pid = (await check(home)).programs[0]!.pid!;
  expect(await estatus(home.folder, ["pause", "2h", "--reason", "inventory"])).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ state: "up", pid }] });
  kill([pid]);
  await until("the program is gone", () => !isAlive(pid));
  for (const _ of [1, 2]) {
    expect(await check(home)).toMatchObject({
      code: 1,
      programs: [{ reason: "paused", action: "nothing", opened: null }],
    });
  }
  expect(processesOf(program.executable)).toEqual([]);
  expect(await outages(home, "Guarded")).toEqual([]);

  const resumed = Date.now();
  expect(await estatus(home.folder, ["resume"])).toMatchObject({ code: 0, stderr: "" });
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  const { outages: all, seconds, gaps } = await report(home, "Guarded");
  const later = all.filter(({ kind }) => kind !== "cold-start");
  expect(later).toHaveLength(1);
  expect(later[0]!.earliest_start).toBe(later[0]!.latest_start);
  expect(Date.parse(later[0]!.earliest_start)).toBeGreaterThanOrEqual(resumed);
  expect(seconds["paused"]).toBeGreaterThan(0);
  expect(gaps).toContainEqual(expect.objectContaining({ cause: "paused" }));
});
