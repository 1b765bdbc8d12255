import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";
import { auditTask } from "../../../src/estatus/task/audit.ts";
import type { TaskHealth } from "../../../src/estatus/task/health.ts";
import { newHome } from "../../support/home.ts";

const program = {
  name: "Agenda",
  executable: "C:\\Estatus\\Agenda.exe",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};
const config = { file: null, interval: 60_000, programs: [program] };
const HOUR = 3_600_000;

/** A Task Scheduler that is asked about the task, and how often it was. */
function scheduler(state: "missing" | "unknown" | "no-scheduler") {
  const asked: number[] = [];
  const health = async (): Promise<TaskHealth> => {
    asked.push(asked.length);
    return { state };
  };
  return { asked, health };
}

test("the task is looked at by the first check, and then once an hour", async () => {
  using home = newHome();
  const { asked, health } = scheduler("missing");
  const audit = (at: number) => auditTask(config, home.estatus, at, undefined, health);
  expect(await audit(0)).toBe("The task is not registered.");
  for (const at of [60_000, HOUR - 1]) expect(await audit(at)).toBeNull();
  expect(asked).toHaveLength(1);
  expect(await audit(HOUR)).toBe("The task is not registered.");
  expect(asked).toHaveLength(2);
});

test("a clock that was set back does not put the next look off", async () => {
  using home = newHome();
  const { asked, health } = scheduler("missing");
  await auditTask(config, home.estatus, 10 * HOUR, undefined, health);
  await auditTask(config, home.estatus, 0, undefined, health);
  expect(asked).toHaveLength(2);
});

test.each([
  ["of another version", JSON.stringify({ at: 0, version: "0.0.1", state: "healthy" })],
  ["that is none", "{"],
])("after a look %s the task is looked at at once", async (_, kept) => {
  using home = newHome();
  fs.writeFileSync(path.join(home.estatus, "task-audit.json"), kept);
  const { asked, health } = scheduler("missing");
  await auditTask(config, home.estatus, 60_000, undefined, health);
  expect(asked).toHaveLength(1);
});

test("no readable answer is never fine; where there is no Task Scheduler nothing is said", async () => {
  using home = newHome();
  const said = (state: "unknown" | "no-scheduler", at: number) =>
    auditTask(config, home.estatus, at, undefined, scheduler(state).health);
  expect(await said("unknown", 0)).toContain("unknown");
  expect(await said("no-scheduler", HOUR)).toBeNull();
});
