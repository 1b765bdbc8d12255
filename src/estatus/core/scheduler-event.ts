import { eventsIn, fieldOf, idOf, providerOf, timeOf } from "./windows-event.ts";

/** Something that bears on whether the task could run. */
export type SchedulerEvent = {
  /** UTC ms. */
  readonly at: number;
  readonly what: "switched-off" | "deleted" | "kept-off-battery" | "on-battery" | "on-mains";
};

/** Task Scheduler's own events, by number: a task switched off, deleted, not started or stopped because of the battery. */
export const TASK_EVENTS = {
  142: "switched-off",
  141: "deleted",
  326: "kept-off-battery",
  327: "kept-off-battery",
} as const;
/** Who writes them. */
export const TASK_PROVIDER = "Microsoft-Windows-TaskScheduler";

/** The kernel's event of another source of power. */
export const POWER_EVENT = 105;
/** Who writes it. */
export const POWER_PROVIDER = "Microsoft-Windows-Kernel-Power";

/**
 * What two logs, as wevtutil writes them, say of the task `name` and of the source of power, in order of time.
 * Text that is no such event says nothing.
 */
export function schedulerEvents(written: string, name: string): SchedulerEvent[] {
  return eventsIn(written)
    .flatMap((event): SchedulerEvent[] => {
      const at = timeOf(event);
      const what = meaningOf(event, name);
      return what === null || Number.isNaN(at) ? [] : [{ at, what }];
    })
    .toSorted((a, b) => a.at - b.at);
}

function meaningOf(event: string, name: string): SchedulerEvent["what"] | null {
  const [provider, id] = [providerOf(event), idOf(event)];
  if (provider === POWER_PROVIDER && id === POWER_EVENT) {
    const mains = fieldOf(event, "AcOnline")?.toLowerCase();
    return mains === "true" ? "on-mains" : mains === "false" ? "on-battery" : null;
  }
  if (provider !== TASK_PROVIDER) return null;
  // A task's name in the log is its path: `\\Estatus check S-1-5-…`.
  const task = fieldOf(event, "TaskName")?.replace(/^\\/, "").toLowerCase();
  if (task !== name.toLowerCase()) return null;
  return TASK_EVENTS[id as keyof typeof TASK_EVENTS] ?? null;
}
