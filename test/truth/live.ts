import { setTimeout as sleep } from "node:timers/promises";
import { configure, beater, sleeper, type Guarded } from "../support/guarded.ts";
import type { Home } from "../support/home.ts";
import { copiesOf, isAlive, kill } from "../support/processes.ts";
import { randomOf } from "../support/random.ts";
import { isSeenUp } from "../support/seen-up.ts";
import { startEstatus, type Running } from "../support/estatus.ts";
import { startProgram } from "../support/start-program.ts";
import { until } from "../support/until.ts";

/** The checks follow one another at this distance, ms. */
export const EVERY_MS = 2_000;
const PATIENCE_MS = 60_000;

/** An instant known between two readings of the clock, UTC ms. */
export type Instant = { readonly after: number; readonly before: number };

/** One outage as it really was: who ended the program, and when it went and came back. */
export type TrueOutage = {
  readonly program: string;
  readonly how: "killed" | "asked";
  readonly went: Instant;
  readonly back: Instant;
  readonly by: "estatus" | "someone-else";
  /** Whether it left a receipt that nobody who started it anew could write over. */
  readonly receipt: boolean;
};

export type Truth = {
  readonly since: number;
  readonly until: number;
  readonly outages: readonly TrueOutage[];
  /** When the checker itself was stopped, if it was. */
  readonly unwatched: readonly Instant[];
};

/**
 * Lives `ms` with the real checker in the foreground and two real programs, one of which keeps a heartbeat: ends them
 * at random instants, starts some again as a user would, and writes down what really happened. With `stopFor` (ms) the
 * checker is stopped once for so long.
 */
export async function live(home: Home, ms: number, seed: number, stopFor = 0): Promise<Truth> {
  const random = randomOf(seed);
  // Killed every few seconds, but no crash loop: nothing here is to back off.
  const programs = [sleeper(home, "Plain"), beater(home, "Beater")].map((one) => ({
    ...one,
    stable_after: "300ms",
  }));
  configure(home, programs, `${EVERY_MS}ms`);
  let watch = startWatch(home);
  try {
    for (const program of programs) await seenUp(home, program);
    const since = Date.now();
    const outages: TrueOutage[] = [];
    const unwatched: Instant[] = [];
    const end = performance.now() + ms;
    while (performance.now() < end) {
      if (stopFor > 0 && unwatched.length === 0 && performance.now() > end - ms / 2) {
        const after = Date.now();
        await stop(watch);
        await sleep(stopFor);
        watch = startWatch(home);
        for (const program of programs) await seenUp(home, program);
        unwatched.push({ after, before: Date.now() });
      }
      await sleep(random() * EVERY_MS);
      const program = programs[random() < 0.75 ? 0 : 1]!;
      outages.push(await endOnce(home, program, random));
    }
    return { since, until: Date.now(), outages, unwatched };
  } finally {
    await stop(watch);
  }
}

const startWatch = (home: Home) => startEstatus(home.folder, ["watch", "--every", `${EVERY_MS}ms`]);

async function stop({ child, ended }: Running): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

/**
 * Waits until a check has seen the program that runs now, proven and with no outage left open. `started` is the user's
 * own copy; where the checker's stands beside it, it is ended, and when that was is returned.
 */
async function seenUp(home: Home, program: Guarded, started = 0): Promise<number | null> {
  const began = Date.now();
  let twiceAt: number | null = null;
  await until(
    `${program.name} is seen up`,
    () => {
      const pids = copiesOf(program.executable);
      if (pids.length > 1 && pids.includes(started)) {
        twiceAt ??= Date.now();
        kill([started]);
        return false;
      }
      return isSeenUp(home, program.name, pids[0] ?? 0, began);
    },
    PATIENCE_MS,
  );
  return twiceAt;
}

async function endOnce(home: Home, program: Guarded, random: () => number): Promise<TrueOutage> {
  const [pid] = copiesOf(program.executable);
  const how = program.heartbeat !== undefined && random() < 0.5 ? "asked" : "killed";
  const restarts = random() < 0.35;
  const wait = 100 + random() * EVERY_MS * 0.25;
  const after = Date.now();
  kill([pid!], how === "asked" ? "SIGTERM" : "SIGKILL");
  await until("it is gone", () => !isAlive(pid!), PATIENCE_MS);
  const went = { after, before: Date.now() };
  if (restarts) await sleep(wait);
  // Somebody quicker than the user is the checker.
  const mine = restarts && copiesOf(program.executable, pid).length === 0;
  // The checker may have brought it back before it was noticed here that it was gone.
  const begun = mine ? Date.now() : after;
  const started = mine ? startProgram(program).pid : 0;
  const [now] = await until(
    "it is back",
    () => {
      const found = copiesOf(program.executable, pid);
      return found.length > 0 ? found : null;
    },
    PATIENCE_MS,
  );
  const back = { after: begun, before: Date.now() };
  // The checker was at it in the same moment, and on a busy machine its own copy may come seconds later.
  const twiceAt = await seenUp(home, program, started);
  const one: Omit<TrueOutage, "back" | "by"> = {
    program: program.name,
    how,
    went,
    receipt: how === "asked" && !mine,
  };
  if (twiceAt !== null) return { ...one, back: { after, before: twiceAt }, by: "estatus" };
  return { ...one, back, by: now === started ? "someone-else" : "estatus" };
}
