import { setTimeout as sleep } from "node:timers/promises";
import { check, type Checked } from "../support/commands.ts";
import type { RunOptions } from "../support/estatus.ts";
import { configure, sleeper, type Guarded } from "../support/guarded.ts";
import { guardedAgenda, visit } from "../support/guarded-agenda.ts";
import type { Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

/** One outage that must be recorded: when the program went (UTC ms, between two instants) and what may be said of it. */
export type Expected = {
  readonly program: string;
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly string[];
  readonly causes?: readonly string[];
};

/** What really runs, and beside it what must therefore be recorded. */
export type World = {
  readonly home: Home;
  readonly agenda: Guarded;
  readonly plain: Guarded;
  readonly random: () => number;
  readonly counts: {
    checks: number;
    killedChecks: number;
    outages: number;
    contacts: number;
    newStores: number;
  };
  /** Contacts that the Agenda which runs must have found at its start. */
  contactsAtStart: number;
  /** Outages since the last verification. */
  expected: Expected[];
  /** Rows that were there at the last verification. */
  known: number;
};

export function newWorld(home: Home, random: () => number): World {
  // Stable at once: this is about faults one after another, and a crash loop's back-off has a test of its own.
  const quick = { stable_after: "100ms", backoff_cap: "100ms" };
  const world: World = {
    home,
    agenda: { ...guardedAgenda(home), ...quick },
    plain: { ...sleeper(home, "Plain", 1_000_000), ...quick },
    random,
    counts: { checks: 0, killedChecks: 0, outages: 0, contacts: 0, newStores: 0 },
    contactsAtStart: 0,
    expected: [],
    known: 0,
  };
  configure(home, [world.agenda, world.plain]);
  return world;
}

/** One check, which must leave no more than one process a program and never a stack trace. */
export async function look(world: World, options: RunOptions = {}): Promise<Checked> {
  const checked = await check(world.home, options);
  world.counts.checks += 1;
  if (/\n\s+at /.test(checked.stderr)) throw new Error(`a stack trace: ${checked.stderr}`);
  atMostOne(world);
  return checked;
}

export function atMostOne({ agenda, plain }: World): void {
  for (const { name, executable } of [agenda, plain]) {
    const pids = processesOf(executable);
    if (pids.length > 1) throw new Error(`${pids.length} processes of ${name}: ${pids.join(", ")}`);
  }
}

/** Checks until all is up; throws where that takes more than eight. */
export async function settle(world: World): Promise<void> {
  let last: Checked | null = null;
  for (let checks = 0; checks < 8; checks += 1) {
    last = await look(world);
    if (last.code === 0) return;
    await sleep(100);
  }
  throw new Error(`not up after eight checks: ${last?.stdout}${last?.stderr}`);
}

/** Ends a program and waits until it is gone; returns between which two instants that was. */
export async function endProgram(
  program: Guarded,
  signal: NodeJS.Signals,
): Promise<{ from: number; to: number }> {
  const pids = processesOf(program.executable);
  const from = Date.now();
  kill(pids, signal);
  await until(`${program.name} is gone`, () => !pids.some(isAlive));
  return { from, to: Date.now() };
}

/** Adds a contact, which from then on must always come back. */
export async function addContact(world: World): Promise<void> {
  const name = `Contact ${world.counts.contacts + 1}`;
  await (await visit(world.home)).call("POST", "api/contacts", { name, phone: "600 111 222" });
  world.counts.contacts += 1;
}
