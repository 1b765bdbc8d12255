import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseTask } from "../../../src/estatus/adapters/task-xml.ts";
import { taskXml, type TaskPlan } from "../../../src/estatus/core/task-definition.ts";
import { taskDifferences } from "../../../src/estatus/core/task-meaning.ts";

const tasks = path.join(import.meta.dirname, "../../../tasks");
const read = (name: string) => fs.readFileSync(path.join(tasks, name), "utf8");
const sid = "S-1-5-21-1004336348-1177238915-682003330-1001";
const user = { sid, names: ["PC\\Ana"] };
const plan: TaskPlan = {
  taskName: "Estatus check",
  description: "",
  userSid: sid,
  command: "C:\\Estatus\\estatusw.exe",
  arguments: "check",
  workingDirectory: "C:\\Estatus",
  everyMinutes: 1,
  watchedFiles: ["Agenda.exe"],
  triggers: "full",
};
const ours = taskXml(
  { check: read("check.xml"), unlockAndResume: read("unlock-and-resume.xml"), crash: read("crash.xml") },
  plan,
);
const differences = (found: string) => taskDifferences(parseTask(ours), parseTask(found), user);

// As Windows gives it back: its declaration, an author and a date, defaults left out, others added.
const exported = ours
  .replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>')
  .replace("<RegistrationInfo>", "<RegistrationInfo><Date>2026-11-22T10:00:00</Date><Author>PC\\Ana</Author>")
  .replace(/(<LogonTrigger>\s*)<Enabled>true<\/Enabled>/, "$1")
  .replace(/<(AllowHardTerminate|AllowStartOnDemand)>true<\/\1>/g, "")
  .replace(/<(Hidden|RunOnlyIfIdle|WakeToRun|RunOnlyIfNetworkAvailable|StopAtDurationEnd)>false<\/\1>/g, "")
  .replace("<RunLevel>LeastPrivilege</RunLevel>", "")
  .replace(`<UserId>${sid}</UserId>`, "<UserId>pc\\ana</UserId>")
  .replace("PT2M", "PT120S")
  .replace(
    "<Priority>",
    "<IdleSettings><StopOnIdleEnd>true</StopOnIdleEnd></IdleSettings>" +
      "<UseUnifiedSchedulingEngine>true</UseUnifiedSchedulingEngine><Priority>",
  )
  .replaceAll("C:\\Estatus", "c:\\ESTATUS");

test("a task is the same as itself", () => {
  expect(differences(ours)).toEqual([]);
});

test("what Windows exports of it means the same", () => {
  expect(exported).not.toBe(ours);
  expect(differences(exported)).toEqual([]);
});

test("triggers in another order mean the same", () => {
  const logon = /<LogonTrigger>.*?<\/LogonTrigger>/s.exec(ours)![0];
  expect(differences(ours.replace(logon, "").replace("<TimeTrigger>", `${logon}<TimeTrigger>`))).toEqual([]);
});

test.each([
  [
    "a battery rule that Windows would put back by default",
    "<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>",
    "",
  ],
  ["a priority left to its default", "<Priority>5</Priority>", ""],
  ["another program", "estatusw.exe</Command>", "estatus.exe</Command>"],
  ["an elevated run", "LeastPrivilege", "HighestAvailable"],
  [
    "a task switched off",
    "<AllowStartOnDemand>true</AllowStartOnDemand>\n    <Enabled>true",
    "<Enabled>false",
  ],
  ["a watchdog that expires", "<StopAtDurationEnd>", "<Duration>P1D</Duration><StopAtDurationEnd>"],
  ["an older definition", "<Version>1.0<", "<Version>0.9<"],
  ["another user", `<Delay>PT30S</Delay>`, "<UserId>S-1-5-21-7</UserId>"],
  ["a missing trigger", /<SessionStateChangeTrigger>.*<\/SessionStateChangeTrigger>/s, ""],
  ["another file watched", "Agenda.exe", "Other.exe"],
  ["an action that runs as somebody else", 'Context="User"', 'Context="Other"'],
  ["a second action", "</Exec>", "</Exec><Exec><Command>calc.exe</Command></Exec>"],
])("%s is a difference", (_, from, to) => {
  const changed = ours.replace(from, to);
  expect(changed).not.toBe(ours);
  expect(differences(changed)).not.toEqual([]);
});

test("a difference says where, what should be and what is", () => {
  expect(differences(ours.replace("<Priority>5<", "<Priority>8<"))).toEqual([
    { place: "Settings/Priority", expected: "5", found: "8" },
  ]);
});
