import { setTimeout as sleep } from "node:timers/promises";
import type { Machine } from "./adapters/ports.ts";
import { sameIdentity } from "./core/identity.ts";
import type { Observation } from "./core/observation.ts";

/** How long a hung program may take to end when asked to, and then when forced, in ms. */
const GRACE_MS = [3_000, 2_000] as const;

/**
 * Ends a program that was found hanging, politely first: a receipt or an unsaved file is worth three seconds. Only
 * ever the very process that was seen: its identity is asked again before each signal.
 */
export async function endHung(machine: Machine, observation: Observation): Promise<void> {
  if (observation.state !== "hung") return;
  const { identity } = observation;
  const there = () => sameIdentity(machine.live(identity.pid, machine.moment())?.identity ?? null, identity);
  for (const [index, signal] of (["SIGTERM", "SIGKILL"] as const).entries()) {
    if (!there()) return;
    send(identity.pid, signal);
    const until = performance.now() + GRACE_MS[index]!;
    while (there() && performance.now() < until) await sleep(50);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in between, or not ours to end: the look before the spawn tells.
  }
}
