import { expect, test } from "vitest";
import type { TaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import { findings } from "../../../src/estatus/doctor/task.ts";
import { judgeTask } from "../../../src/estatus/task/health.ts";
import { planTask, taskNameOf, writeTask } from "../../../src/estatus/task/plan.ts";
import { registerTask, unregisterTask, type TaskPorts } from "../../../src/estatus/task/register.ts";
import { denied, found, scheduler } from "./scheduler.ts";
import { config } from "./task-config.ts";
import { speak } from "../../../src/locales/language.ts";

const owner = { sid: "S-1-5-21-1-2-3-1001", names: ["PC\\Ana"] };
const name = taskNameOf(owner);
const wanted = writeTask(planTask(config, owner, name));
const minimal = writeTask({ ...planTask(config, owner, name), triggers: "minimal" });

const register = (ports: TaskPorts) => registerTask(config, owner, name, undefined, ports);

test("registering for the first time keeps the full set of triggers", async () => {
  const { ports, created } = scheduler({ kind: "missing" });
  expect(await register(ports)).toMatchObject({
    done: "registered",
    refused: null,
    health: { state: "healthy" },
  });
  expect(created).toEqual([wanted]);
});

test("registering twice changes nothing", async () => {
  const { ports, created } = scheduler({ kind: "missing" });
  await register(ports);
  expect(await register(ports)).toEqual({ done: "nothing" });
  expect(created).toHaveLength(1);
});

test.each([
  ["from another folder", wanted.replaceAll("Ana", "Eva")],
  ["of an older definition", wanted.replace("<Version>1.0<", "<Version>0.9<")],
])("a registration %s is upgraded", async (_, old) => {
  const { ports } = scheduler(found(old));
  expect(await register(ports)).toMatchObject({ done: "upgraded", health: { state: "healthy" } });
});

test("a task that somebody disabled is registered again", async () => {
  const { ports } = scheduler(found(wanted, { enabled: false }));
  expect(await register(ports)).toMatchObject({ done: "upgraded", health: { state: "healthy" } });
});

test("refused because of its event and unlock triggers, the task is registered without them", async () => {
  const { ports, created } = scheduler({ kind: "missing" }, (xml) => xml.includes("<EventTrigger>"));
  expect(await register(ports)).toMatchObject({
    done: "registered",
    refused: denied,
    health: { state: "minimal" },
  });
  expect(created).toEqual([wanted, minimal]);
});

test("a minimal registration is not tried again each time", async () => {
  const { ports, created } = scheduler(found(minimal));
  expect(await register(ports)).toEqual({ done: "nothing" });
  expect(created).toEqual([]);
});

test("refused altogether, it says why and nothing is kept", async () => {
  const { ports } = scheduler({ kind: "missing" }, () => true);
  expect(await register(ports)).toEqual({ done: "failed", refusal: denied });
  expect(await ports.query(name)).toEqual({ kind: "missing" });
});

test("without a readable answer the task is registered, and its health stays unknown", async () => {
  const { ports } = scheduler({ kind: "unknown" });
  const deaf = { ...ports, query: async () => ({ kind: "unknown" }) as const };
  expect(await register(deaf)).toMatchObject({ done: "registered", health: { state: "unknown" } });
});

test("taking out what is not there succeeds; a denial does not", async () => {
  const { ports } = scheduler({ kind: "missing" });
  expect(await unregisterTask(name, ports)).toBeNull();
  const other = scheduler(found(wanted)).ports;
  expect(await unregisterTask(name, { ...other, remove: async () => denied })).toBe(denied);
});

test("an interval under a minute registers a watch that ends before the next minute", () => {
  const plan = planTask({ ...config, interval: 10_000 }, owner, name, "/etc/own.toml");
  expect(plan.arguments).toBe("watch --for 58s --every 10s --config /etc/own.toml");
  expect(plan.everyMinutes).toBe(1);
});

test("a longer interval is the task's own", () => {
  expect(writeTask(planTask({ ...config, interval: 300_000 }, owner, name))).toContain("<Interval>PT5M<");
});

test("a disabled task, a missing one and an unreadable answer are never fine to the doctor", () => {
  const level = (answer: TaskAnswer) =>
    findings(judgeTask(answer, config, owner, name)).map((each) => each.level);
  expect(level(found(wanted))).toEqual(["ok"]);
  expect(level(found(wanted, { enabled: false }))).toEqual(["failure"]);
  expect(level({ kind: "missing" })).toEqual(["failure"]);
  expect(level(found(wanted.replace("PT2M", "PT72H")))).toEqual(["failure"]);
  expect(level({ kind: "unknown" })).toEqual(["warning"]);
});

test.for([
  [60_000, "every 1 min for Agenda"],
  [10_000, "every 10 s for Agenda"],
  [6_000_000, "every 1 h 40 min for Agenda"],
] as const)("The description of a task with checks every %i ms says so", ([interval, said]) => {
  speak("en");
  expect(planTask({ ...config, interval }, owner, name).description).toContain(said);
});
