import { setTimeout as sleep } from "node:timers/promises";
import type { Machine } from "./adapters/ports.ts";
import { sameIdentity } from "./core/identity.ts";
import type { Observation } from "./core/observation.ts";
import { monotonic } from "../monotonic.ts";

/** How long a hung program may take to end when it was asked to, in ms. */
const ASKED_MS = 3_000;
/** How long the system may take to end it, in ms. */
const FORCED_MS = 2_000;

/**
 * Ends a program that was found hanging, politely first: a receipt or an unsaved file is worth three seconds. Only
 * ever the very process that was seen: its identity is asked again before each step.
 */
export async function endHung(machine: Machine, observation: Observation): Promise<void> {
  if (observation.state !== "hung") return;
  const { identity } = observation;
  const there = () => sameIdentity(machine.live(identity.pid, machine.moment())?.identity ?? null, identity);
  const untilGone = async (patience: number) => {
    const until = monotonic() + patience;
    while (there() && monotonic() < until) await sleep(50);
  };
  if (there() && (await machine.askToClose(identity.pid))) await untilGone(ASKED_MS);
  if (!there()) return;
  force(identity.pid);
  await untilGone(FORCED_MS);
}

function force(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone in between, or not ours to end: the look before the spawn tells.
  }
}
