import { expect, test } from "vitest";
import { parseTaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import { taskDifferences } from "../../../src/estatus/core/task-meaning.ts";

function answerWith(xml: string) {
  const answer = { enabled: true, lastRun: 0, nextRun: 0, missedRuns: 0, lastResult: 0, xml };
  return parseTaskAnswer(Buffer.from(JSON.stringify(answer)).toString("base64"));
}

test("A task whose XML nests without end is unknown, and does not exhaust the stack", () => {
  for (const depth of [40, 1_000, 3_000, 20_000]) {
    const xml = `<Task>${"<Settings>".repeat(depth)}${"</Settings>".repeat(depth)}</Task>`;
    expect(answerWith(xml).kind, `${depth} levels`).toBe("unknown");
  }
});

test("A task that nests as tasks do is compared", () => {
  const answer = answerWith(
    "<Task><Triggers><TimeTrigger><Enabled>false</Enabled></TimeTrigger></Triggers></Task>",
  );
  expect(answer.kind).toBe("found");
  if (answer.kind !== "found") return;
  const { definition } = answer.task;
  expect(taskDifferences(definition, definition, { sid: "", names: [] })).toEqual([]);
});

test("A time beyond every calendar makes no answer of an answer", () => {
  const at = { lastRun: 9e15, nextRun: 0 };
  const json = JSON.stringify({ enabled: true, ...at, missedRuns: 0, lastResult: 0, xml: "<Task/>" });
  expect(parseTaskAnswer(Buffer.from(json).toString("base64")).kind).toBe("unknown");
});
