import { factsOf } from "../../src/estatus/adapters/scheduler-facts.ts";
import { parseTaskAnswer } from "../../src/estatus/adapters/task-answer.ts";
import { windowsText } from "../../src/estatus/adapters/windows-text.ts";
import { crashTime } from "../../src/estatus/core/crash-event.ts";
import type { Moment } from "../../src/estatus/core/moment.ts";
import { eventsIn } from "../../src/estatus/core/windows-event.ts";

/** What Windows answered, as it came: the logs' bytes in base64, the task as its query printed it. */
export type Recording = {
  readonly windows: string;
  /** The task's. */
  readonly name: string;
  readonly program: string;
  /** What was asked for, UTC ms. */
  readonly from: number;
  readonly to: number;
  readonly crashes: string;
  readonly tasks: string;
  readonly power: string;
  readonly task: string;
  readonly writtenAt: number | null;
  readonly moments: readonly Moment[];
};

export const textOf = (base64: string) => windowsText(Buffer.from(base64, "base64"));

/** What our code makes of it, for a person to agree with. */
export function said({ crashes, tasks, power, task, name, program, writtenAt, from }: Recording) {
  const events = textOf(crashes);
  const pid = Number.parseInt(/<Data Name='ProcessId'>(?:0x)?([0-9a-f]+)</i.exec(events)?.[1] ?? "0", 16);
  const crashedAt = crashTime(events, { pid }, program, from);
  return {
    events: {
      crashes: eventsIn(events).length,
      tasks: eventsIn(textOf(tasks)).length,
      power: eventsIn(textOf(power)).length,
    },
    crashedAt: crashedAt === null ? null : new Date(crashedAt).toISOString(),
    facts: factsOf(parseTaskAnswer(task), textOf(tasks) + textOf(power), name, writtenAt),
  };
}
