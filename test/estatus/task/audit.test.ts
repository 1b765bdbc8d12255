import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { taskSentences } from "../../../src/estatus/commands/status-task.ts";
import { findings } from "../../../src/estatus/doctor/task.ts";
import { readAudit } from "../../../src/estatus/task/audit-file.ts";
import { auditTask } from "../../../src/estatus/task/audit.ts";
import type { TaskHealth } from "../../../src/estatus/task/health.ts";
import { formatTime } from "../../../src/locales/format.ts";
import { VERSION } from "../../../src/version.ts";
import { newHome } from "../../support/home.ts";
import { config } from "./task-config.ts";

const HOUR = 3_600_000;
const noon = Date.UTC(2026, 10, 22, 12);

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

test("a finding is kept with since when, and logged when it is new and when it is over", async () => {
  using home = newHome();
  const log = () => {
    const file = path.join(home.estatus, "estatus.log");
    const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split("\n") : [];
    return lines.map((line) => JSON.parse(line) as { event: string; state: string; sentence: string });
  };
  let hour = 0;
  const audit = (state: "missing" | "unknown" | "no-scheduler") =>
    auditTask(config, home.estatus, hour++ * HOUR, undefined, scheduler(state).health);
  await audit("no-scheduler");
  expect(log()).toEqual([]);
  for (const state of ["missing", "missing", "missing", "unknown"] as const) await audit(state);
  expect(log()).toMatchObject([
    { event: "task", state: "missing", sentence: "The task is not registered." },
    { event: "task", state: "unknown" },
  ]);
  expect(readAudit(home.estatus)).toMatchObject({ state: "unknown", since: 4 * HOUR, at: 4 * HOUR });
  await audit("no-scheduler");
  expect(log().at(-1)).toMatchObject({ state: "no-scheduler" });
});

test("status and doctor say since when checks found it so, or what they found when nobody answers now", async () => {
  using home = newHome();
  const audit = (at: number) => auditTask(config, home.estatus, at, undefined, scheduler("missing").health);
  await audit(noon);
  await audit(noon + HOUR);
  const kept = readAudit(home.estatus);
  expect(taskSentences({ state: "missing" }, kept)).toEqual([
    "The task is not registered.",
    `Checks have found it so since ${formatTime(noon)}.`,
  ]);
  expect(findings({ state: "unknown" }, kept)).toMatchObject([
    {
      level: "warning",
      sentence: expect.stringContaining(
        `A check found at ${formatTime(noon + HOUR)}: The task is not registered.`,
      ),
    },
  ]);
  expect(taskSentences({ state: "no-scheduler" }, kept)).toEqual([]);
});

test.each([
  [
    "of another version",
    JSON.stringify({ at: 0, version: "0.0.1", state: "healthy", sentence: "", since: 0 }),
  ],
  ["of a version that kept less", JSON.stringify({ at: 0, version: VERSION, state: "healthy" })],
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
