import { onSigns } from "../state/signs.ts";
import { stopEngineCursor } from "./engine-cursor.ts";

/** After so long without a sign of anybody, in ms: what Windows gives its own cursors (SPI_GETCARETTIMEOUT). */
const RESTS_AFTER = 5_000;

/**
 * Says on the page (`data-resting`) that nobody is at it, so that its cursor stands still: each blink wakes the engine,
 * which is most of what a window at rest costs. In a window of its own Agenda's process is asked where the page may not.
 */
export function stillCursorAtRest(ownWindow: boolean): void {
  const { dataset } = document.documentElement;
  const stop = ownWindow && !CSS.supports("caret-animation", "manual") ? stopEngineCursor : null;
  let seen = performance.now();
  const left = () => RESTS_AFTER - (performance.now() - seen);
  const look = async () => {
    if (left() <= 0) await stop?.();
    if (left() <= 0) dataset["resting"] = "";
    else setTimeout(look, left());
  };
  const stir = () => {
    seen = performance.now();
    if (dataset["resting"] === undefined) return;
    delete dataset["resting"];
    setTimeout(look, RESTS_AFTER);
  };
  onSigns(stir);
  setTimeout(look, RESTS_AFTER);
}
