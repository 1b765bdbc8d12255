import { createTask, deleteTask, type TaskRefusal } from "../adapters/schtasks.ts";
import { queryTask } from "../adapters/task-query.ts";
import type { Config } from "../config/load.ts";
import { judgeTask, type TaskHealth } from "./health.ts";
import { planTask, writeTask, type TaskOwner } from "./plan.ts";

/** What came of a registration. */
export type Registration =
  /** It was there and as it should be. */
  | { readonly done: "nothing" }
  | {
      readonly done: "registered" | "upgraded";
      /** Why the full set of triggers was refused; null where it was taken. */
      readonly refused: TaskRefusal | null;
      /** What Task Scheduler says it keeps now. */
      readonly health: TaskHealth;
    }
  | { readonly done: "failed"; readonly refusal: TaskRefusal };

/** The system's side of it. */
export type TaskPorts = {
  readonly query: typeof queryTask;
  readonly create: typeof createTask;
  readonly remove: typeof deleteTask;
};

/** Windows' own. */
export const systemPorts: TaskPorts = { query: queryTask, create: createTask, remove: deleteTask };

/** Puts the check into Task Scheduler, where it is not there yet as it should be, and reads back what came of it. */
export async function registerTask(
  config: Config,
  owner: TaskOwner,
  name: string,
  askedConfig?: string,
  ports: TaskPorts = systemPorts,
): Promise<Registration> {
  const look = async () => judgeTask(await ports.query(name), config, owner, name, askedConfig);
  const before = await look();
  if (before.state === "healthy" || before.state === "minimal") return { done: "nothing" };
  const plan = planTask(config, owner, name, askedConfig);
  const refused = await ports.create(name, writeTask(plan));
  if (refused !== null) {
    // A standard user may be refused the event and unlock triggers; every minute and logon he may have.
    const refusal = await ports.create(name, writeTask({ ...plan, triggers: "minimal" }));
    if (refusal !== null) return { done: "failed", refusal };
  }
  const done = before.state === "drifted" || before.state === "disabled" ? "upgraded" : "registered";
  return { done, refused, health: await look() };
}

/** Takes the task out; none being there is done too. @returns why it could not be, else null */
export async function unregisterTask(
  name: string,
  ports: TaskPorts = systemPorts,
): Promise<TaskRefusal | null> {
  const refusal = await ports.remove(name);
  if (refusal === null || refusal.failure === "missing") return null;
  return (await ports.query(name)).kind === "missing" ? null : refusal;
}
