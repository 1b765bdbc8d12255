import { expect, test } from "vitest";
import { listProcesses, named } from "../../../src/estatus/adapters/process-list.ts";

test("a process that the list has no name for yet has an empty one", () => {
  const [pid, ppid, name] = "4312\t1".split("\t");
  expect(named({ pid: Number(pid), ppid: Number(ppid), name })).toEqual({ pid: 4312, ppid: 1, name: "" });
});

test("every process of this machine has a pid, a parent and a name", async () => {
  for (const { pid, ppid, name } of await listProcesses()) {
    expect([typeof pid, typeof ppid, typeof name]).toEqual(["number", "number", "string"]);
  }
});
