import { expect, test } from "vitest";
import { factsOf } from "../../../src/estatus/adapters/scheduler-facts.ts";
import { parseTaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import { planTask, taskNameOf, writeTask } from "../../../src/estatus/task/plan.ts";

// In the shape that wevtutil gives them: one event after another, without a root, the fields by name.
const task = (id: number, time: string, name: string) =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-TaskScheduler' Guid='{de7b24ea-73c8-4a09-985d-5bdadcfa9017}'/><EventID>${id}</EventID><Version>0</Version><Level>4</Level><Task>${id}</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>4711</EventRecordID><Correlation/><Execution ProcessID='1480' ThreadID='5220'/><Channel>Microsoft-Windows-TaskScheduler/Operational</Channel><Computer>FRONT-DESK</Computer><Security UserID='S-1-5-18'/></System><EventData Name='TaskDisabled'><Data Name='TaskName'>\\${name}</Data><Data Name='UserName'>FRONT-DESK\\Ana</Data></EventData></Event>`;
const power = (time: string, mains: string) =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Kernel-Power' Guid='{331c3b3a-2005-44c2-ac5e-77220c37d6b4}'/><EventID>105</EventID><Version>1</Version><Level>4</Level><Task>100</Task><Opcode>0</Opcode><Keywords>0x8000000000000404</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>88</EventRecordID><Channel>System</Channel><Computer>FRONT-DESK</Computer><Security UserID='S-1-5-18'/></System><EventData><Data Name='AcOnline'>${mains}</Data><Data Name='RemainingCapacity'>41230</Data><Data Name='FullChargeCapacity'>49990</Data></EventData></Event>`;

const owner = { sid: "S-1-5-21-1111111111-2222222222-3333333333-1001", names: [] };
const name = taskNameOf(owner);
const config = { interval: 60_000, programs: [], file: null } as never;
const definition = writeTask(planTask(config, owner, name));

/** An answer as the query prints it. */
const answer = (xml: string, enabled = true) =>
  parseTaskAnswer(
    Buffer.from(
      JSON.stringify({
        state: enabled ? 3 : 1,
        enabled,
        lastResult: 0,
        missedRuns: 0,
        lastRun: Date.UTC(2026, 10, 22),
        nextRun: Date.UTC(2026, 10, 22),
        xml,
      }),
    ).toString("base64"),
  );

test("both logs are read for this task and for the source of power, in order of time", () => {
  const written =
    task(142, "2026-11-22T10:05:00.1234567Z", name) +
    task(326, "2026-11-22T10:01:00.0000000Z", name.toUpperCase()) +
    task(142, "2026-11-22T10:02:00.0000000Z", "Somebody else's task") +
    task(107, "2026-11-22T10:03:00.0000000Z", name) +
    power("2026-11-22T09:00:00.0000000Z", "false") +
    power("2026-11-22T11:00:00.0000000Z", "true");
  const { events } = factsOf(answer(definition), written, name, null);
  expect(events.map(({ at, what }) => [new Date(at).toISOString().slice(11, 16), what])).toEqual([
    ["09:00", "on-battery"],
    ["10:01", "kept-off-battery"],
    ["10:05", "switched-off"],
    ["11:00", "on-mains"],
  ]);
});

test("our own definition runs on the battery; one that says otherwise, or nothing, does not", () => {
  const runs = (xml: string) => factsOf(answer(xml), "", name, null).runsOnBattery;
  const setting = /\s*<DisallowStartIfOnBatteries>false<\/DisallowStartIfOnBatteries>/;
  expect(runs(definition)).toBe(true);
  expect(setting.test(definition)).toBe(true);
  expect(runs(definition.replace(setting, ""))).toBe(false);
  expect(runs(definition.replace("<StopIfGoingOnBatteries>false<", "<StopIfGoingOnBatteries>true<"))).toBe(
    false,
  );
});

test("a task that is switched off, missing or not told of is told apart", () => {
  expect(factsOf(answer(definition, false), "", name, 5)).toMatchObject({ task: "off", writtenAt: 5 });
  const missing = Buffer.from(JSON.stringify({ hresult: -2147024894 })).toString("base64");
  expect(factsOf(parseTaskAnswer(missing), "", name, null)).toMatchObject({
    task: "missing",
    runsOnBattery: null,
  });
  expect(factsOf(parseTaskAnswer("no base64"), "", name, null).task).toBe("unknown");
});

test.each([
  "",
  "Access is denied.",
  "<Event></Event>",
  power("yesterday", "true"),
  power("2026-11-22T09:00:00Z", ""),
])("text that is no such event says nothing: %j", (written) => {
  const { events } = factsOf(answer(definition), written, name, null);
  expect(events).toEqual([]);
});
