import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { encodeTask, parseTask } from "../../../src/estatus/adapters/task-xml.ts";
import { MAX_WATCHED_FILES, taskXml, type TaskPlan } from "../../../src/estatus/core/task-definition.ts";
import { joinCommandLine } from "../../../src/estatus/core/windows-command-line.ts";
import { readTaskFile, taskAssertions } from "../task-assertions.ts";

const tasks = path.join(import.meta.dirname, "../../../tasks");
const read = (name: string) => fs.readFileSync(path.join(tasks, name), "utf8");
const templates = {
  check: read("check.xml"),
  unlockAndResume: read("unlock-and-resume.xml"),
  crash: read("crash.xml"),
};

const sid = "S-1-5-21-1004336348-1177238915-682003330-1001";
const plan: TaskPlan = {
  taskName: `Estatus check ${sid}`,
  description: "Every minute: is Agenda there?",
  userSid: sid,
  command: "C:\\Users\\Ana\\AppData\\Local\\Programs\\Estatus\\estatusw.exe",
  arguments: "check",
  workingDirectory: "C:\\Users\\Ana\\AppData\\Local\\Programs\\Estatus",
  everyMinutes: 1,
  watchedFiles: ["Agenda.exe"],
  triggers: "full",
};

const hostileArguments = ["check", "--config", "C:\\Año & <más>\\", 'say "hi"\\', "", "100% {{UserSid}}"];
const plans: readonly (readonly [string, TaskPlan, readonly string[]])[] = [
  ["plain", plan, ["check"]],
  ["minimal", { ...plan, triggers: "minimal", watchedFiles: [] }, ["check"]],
  [
    "hostile",
    {
      ...plan,
      description: '¿<está> & "está"? 日本',
      command: "D:\\Gómez & Söhne\\O'Neil <x>\\estatusw.exe",
      arguments: joinCommandLine(hostileArguments),
      watchedFiles: ["Bob's & Co.exe", "日本.exe"],
    },
    hostileArguments,
  ],
];

describe.each(plans)("the %s task", (_, plan, args) => {
  const file = readTaskFile(encodeTask(taskXml(templates, plan)));
  const { userSid, command, watchedFiles } = plan;
  test.each(taskAssertions)("%s", (_, check) => {
    check(file, { sid: userSid, command, arguments: args, watchedFiles });
  });
});

test("the full set is every minute, logon, unlock, resume, and three events a program", () => {
  const triggers = parseTask(taskXml(templates, { ...plan, watchedFiles: ["a.exe", "b.exe"] })).children.find(
    (section) => section.name === "Triggers",
  );
  expect(triggers?.children.map((trigger) => trigger.name)).toEqual([
    "TimeTrigger",
    "LogonTrigger",
    "SessionStateChangeTrigger",
    ...Array.from({ length: 7 }, () => "EventTrigger"),
  ]);
});

test("the same file is not subscribed to twice, and no more than Windows takes", () => {
  const many = Array.from({ length: 100 }, (_, i) => `p${i}.exe`);
  const xml = taskXml(templates, { ...plan, watchedFiles: ["a.exe", "a.exe", ...many] });
  expect(xml.match(/<EventTrigger>/g)).toHaveLength(1 + 3 * MAX_WATCHED_FILES);
  taskAssertions[1]![1](readTaskFile(encodeTask(xml)), {} as never);
});

test("a placeholder without a value is a defect, not an empty element", () => {
  expect(() => taskXml({ ...templates, check: "{{Surprise}}" }, plan)).toThrow("Surprise");
});
