import { monotonic } from "../monotonic.ts";
import type { Application, BrowserWindow } from "./window.ts";

export type Pump = {
  /** Somebody may be at the window: for a while its events are handled as fast as a screen shows them. */
  readonly wake: () => void;
  /** The window is there: from now on it may rest. Before, nobody should wait for it longer than need be. */
  readonly mayRest: () => void;
  readonly stop: () => void;
};

// In milliseconds. Awake is fast enough for moving and scrolling; each look costs some 0.3 ms of a core, so at rest
// they are as rare as the first key after a rest may be late, and rarer still where nobody has come for a while: but a
// window that is moved then has its place on the disk 250 ms later.
const [awake, atRest, longAtRest] = [16, 150, 200];
// Longer than between two keys of whoever thinks about a name, or two of the page's own signs (awake.ts).
const stayAwake = 3_000;
const awhile = 10_000;

/** Handles the events of a window until it is closed: often while somebody is at it, rarely while nobody is. */
export function startPump(
  app: Application,
  window: BrowserWindow,
  closed: (by: "user" | "system") => void,
): Pump {
  let asleepAt = Infinity;
  let timer: NodeJS.Timeout;
  let byUser = false;
  const turn = () => {
    const asleepFor = monotonic() - asleepAt;
    const wait = asleepFor < 0 ? awake : asleepFor < awhile ? atRest : longAtRest;
    if (app.pumpEvents()) timer = setTimeout(turn, wait);
    // The loop ends by itself only when the session does.
    else if (!byUser) closed("system");
  };
  const wake = () => {
    if (asleepAt !== Infinity) asleepAt = monotonic() + stayAwake;
  };
  window
    .on("focus", wake)
    .on("move", wake)
    .on("resize", wake)
    .on("close", () => {
      byUser = true;
      closed("user");
    });
  timer = setTimeout(turn, 0);
  return {
    wake,
    mayRest() {
      asleepAt = monotonic() + stayAwake;
    },
    stop() {
      clearTimeout(timer);
      app.exit();
      app.pumpEvents();
    },
  };
}
