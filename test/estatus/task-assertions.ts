import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { parseXml } from "@rgrove/parse-xml";
import { parseTask } from "../../src/estatus/adapters/task-xml.ts";
import type { TaskElement } from "../../src/estatus/core/task-meaning.ts";
import { splitCommandLine } from "./split-command-line.ts";

/** What a task file should say, for the assertions below. */
export type ExpectedTask = {
  readonly sid: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly watchedFiles: readonly string[];
};

type TaskFile = { readonly bytes: Buffer; readonly xml: string; readonly task: TaskElement };

/** Decodes a task file the way Task Scheduler does. */
export function readTaskFile(bytes: Buffer): TaskFile {
  const xml = bytes.toString("utf16le").slice(1);
  return { bytes, xml, task: parseTask(xml) };
}

const namespace = "http://schemas.microsoft.com/windows/2004/02/mit/task";
const schemaFile = path.join(import.meta.dirname, "../fixtures/task.xsd");

/** The first sixteen of the twenty things a test of the registration checks, each on a task file's bytes. */
export const taskAssertions: readonly (readonly [
  string,
  (file: TaskFile, expected: ExpectedTask) => void,
])[] = [
  [
    "1 begins with FF FE, and declares no other encoding",
    ({ bytes, xml }) => {
      assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
      const encoding = /^<\?xml[^>]*encoding="([^"]+)"/.exec(xml)?.[1];
      assert.ok(encoding === undefined || encoding === "UTF-16");
    },
  ],
  [
    "2 validates against the schema, in its namespace, as version 1.2",
    ({ xml, task }) => {
      validate(xml);
      assert.equal(task.attributes["version"], "1.2");
      assert.equal(task.attributes["xmlns"], namespace);
    },
  ],
  [
    "3 has no element of version 1.3 or later",
    ({ task }) => {
      const newer = ["UseUnifiedSchedulingEngine", "MaintenanceSettings", "Volatile", "RequiredPrivileges"];
      const newest = ["DisallowStartOnRemoteAppSession", "ProcessTokenSidType"];
      assert.deepEqual(
        all(task).filter((element) => [...newer, ...newest].includes(element.name)),
        [],
      );
    },
  ],
  [
    "4 has one TimeTrigger, every minute, for ever",
    ({ task }) => {
      const [trigger, ...others] = named(task, "TimeTrigger");
      assert.deepEqual(others, []);
      assert.equal(textOf(trigger!, "Interval"), "PT1M");
      assert.deepEqual([...named(task, "Duration"), ...named(task, "EndBoundary")], []);
    },
  ],
  [
    "5 starts in the past, without an offset",
    ({ task }) => {
      const start = textOf(task, "StartBoundary");
      assert.match(start, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      assert.ok(Date.parse(start) < Date.now());
    },
  ],
  [
    "6 has its triggers' children in the order Windows exports",
    ({ task }) => {
      const order =
        "Repetition StartBoundary EndBoundary ExecutionTimeLimit Enabled Subscription StateChange UserId Delay";
      for (const trigger of triggersOf(task)) {
        const places = trigger.children.map((child) => order.split(" ").indexOf(child.name));
        assert.ok(!places.includes(-1));
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        );
      }
    },
  ],
  [
    "7 names its user in each logon and session trigger",
    ({ task }, { sid }) => {
      const personal = [...named(task, "LogonTrigger"), ...named(task, "SessionStateChangeTrigger")];
      assert.ok(personal.length >= 1);
      for (const trigger of personal) assert.equal(textOf(trigger, "UserId"), sid);
    },
  ],
  [
    "8 has no BootTrigger, and repeats nothing else",
    ({ task }) => {
      assert.deepEqual(named(task, "BootTrigger"), []);
      assert.equal(named(task, "Repetition").length, 1);
    },
  ],
  [
    "9 subscribes with well-formed queries that name each watched file",
    ({ task }, { watchedFiles }) => {
      const queries = named(task, "Subscription").map((element) => parseXml(element.text).text);
      const data = queries.flatMap(
        (query) => /EventData\[Data=(?:'([^']*)'|"([^"]*)")\]/.exec(query)?.slice(1) ?? [],
      );
      assert.deepEqual(new Set(data.filter(Boolean)), new Set(watchedFiles));
    },
  ],
  [
    "10 runs with the user's own token, unelevated, as no group",
    ({ task }, { sid }) => {
      const [principal] = named(task, "Principal");
      assert.equal(textOf(principal!, "LogonType"), "InteractiveToken");
      assert.equal(textOf(principal!, "RunLevel"), "LeastPrivilege");
      assert.equal(textOf(principal!, "UserId"), sid);
      assert.deepEqual(named(task, "GroupId"), []);
    },
  ],
  [
    "11 acts as its principal, whose id is the only one",
    ({ task }) => {
      const ids = all(task).flatMap((element) => element.attributes["id"] ?? []);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(ids, [named(task, "Actions")[0]!.attributes["Context"]]);
    },
  ],
  [
    "12 says no to both battery rules",
    ({ task }) => {
      assert.equal(textOf(task, "DisallowStartIfOnBatteries"), "false");
      assert.equal(textOf(task, "StopIfGoingOnBatteries"), "false");
    },
  ],
  [
    "13 never runs twice at once, and ends a check after one to five minutes",
    ({ task }) => {
      assert.equal(textOf(task, "MultipleInstancesPolicy"), "IgnoreNew");
      assert.match(textOf(named(task, "Settings")[0]!, "ExecutionTimeLimit"), /^PT[1-5]M$/);
    },
  ],
  ["14 runs at normal priority", ({ task }) => assert.match(textOf(task, "Priority"), /^[456]$/)],
  [
    "15 neither wakes the machine nor waits for idleness or a network",
    ({ task }) => {
      for (const name of ["WakeToRun", "RunOnlyIfIdle", "RunOnlyIfNetworkAvailable"]) {
        assert.equal(textOf(task, name), "false");
      }
    },
  ],
  [
    "16 runs an absolute, unquoted, short enough command, whose arguments come back as they were",
    ({ task }, { command, arguments: args }) => {
      const said = textOf(task, "Command");
      assert.equal(said, command);
      assert.match(said, /^[A-Za-z]:\\[^"]+$/);
      assert.ok(said.length <= 260);
      assert.deepEqual(splitCommandLine(textOf(task, "Arguments")), args);
      assert.match(textOf(task, "WorkingDirectory"), /^[A-Za-z]:\\/);
    },
  ],
];

function validate(xml: string): void {
  using schema = XmlDocument.fromBuffer(fs.readFileSync(schemaFile));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml.replace(/^<\?xml[^>]*\?>/, ""));
  validator.validate(document);
}

function all(element: TaskElement): TaskElement[] {
  return [element, ...element.children.flatMap(all)];
}

function named(element: TaskElement, name: string): TaskElement[] {
  return all(element).filter((candidate) => candidate.name === name);
}

function triggersOf(task: TaskElement): readonly TaskElement[] {
  return named(task, "Triggers")[0]!.children;
}

function textOf(element: TaskElement, name: string): string {
  const [found, ...others] = named(element, name);
  assert.ok(found, `no ${name}`);
  assert.ok(element.name === "Task" ? true : others.length === 0, `more than one ${name}`);
  return found.text;
}
