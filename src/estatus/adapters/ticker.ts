import schedule from "node-schedule";
import { monotonic } from "../../monotonic.ts";

export type Ticker = {
  readonly done: Promise<void>;
  /** Lets the look in hand finish, and makes no other. */
  readonly stop: () => void;
  /** Does not wait for the next tick. While a look is in hand, another follows it at once. */
  readonly lookNow: () => void;
};

/**
 * Calls `look` now and then every `every` ms, by node-schedule. A tick only means "look now": the next one is set when a look
 * is done, from the time it is then. So a slow look, a night asleep or a clock set back or forward neither
 * makes ticks pile up nor holds the next one up.
 */
export function startTicker(every: number, look: () => Promise<void>): Ticker {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let job: schedule.Job | null = null;
  let stopped = false;
  let looking = false;
  let again = false;

  const tick = async () => {
    const began = monotonic();
    again = false;
    looking = true;
    try {
      await look();
    } catch (error) {
      stopped = true;
      reject(error);
    }
    looking = false;
    if (stopped) return resolve();
    const rest = again ? 0 : Math.max(0, every - (monotonic() - began));
    // node-schedule takes no date that has passed; a millisecond ahead has not.
    job = schedule.scheduleJob(new Date(Date.now() + Math.max(rest, 1)), () => void tick());
    if (job === null) setImmediate(() => void tick());
  };
  void tick();
  return {
    done: promise,
    lookNow: () => {
      again = looking;
      if (looking || stopped) return;
      job?.cancel();
      void tick();
    },
    stop: () => {
      stopped = true;
      job?.cancel();
      if (!looking) resolve();
    },
  };
}
