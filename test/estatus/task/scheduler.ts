import { parseTask } from "../../../src/estatus/adapters/task-xml.ts";
import type { RegisteredTask, TaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import type { TaskPorts } from "../../../src/estatus/task/register.ts";

export const denied = { failure: "denied", code: 0x80070005 } as const;

/** A task as Task Scheduler gives it back, registered with `xml`. */
export function found(xml: string, more: Partial<RegisteredTask> = {}): TaskAnswer {
  const runs = { lastRunAt: null, nextRunAt: null, missedRuns: 0, lastResult: 0x41303 };
  return { kind: "found", task: { enabled: true, ...runs, definition: parseTask(xml), ...more } };
}

/** A Task Scheduler that keeps what it is given, unless it refuses. */
export function scheduler(kept: TaskAnswer, refuses: (xml: string) => boolean = () => false) {
  const created: string[] = [];
  let answer = kept;
  const ports: TaskPorts = {
    query: async () => answer,
    create: async (_, xml) => {
      created.push(xml);
      if (refuses(xml)) return denied;
      answer = found(xml);
      return null;
    },
    remove: async () => {
      if (answer.kind === "missing") return { failure: "missing", code: 0x80070002 };
      answer = { kind: "missing" };
      return null;
    },
  };
  return { ports, created };
}
