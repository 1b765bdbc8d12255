import { onSigns } from "../state/signs.ts";

/** After so long without a sign of anybody, in ms: what Windows gives its own cursors (SPI_GETCARETTIMEOUT). */
const RESTS_AFTER = 5_000;

/**
 * Says on the page (`data-resting`) that nobody is at it, so that its cursor stands still: each blink wakes the engine,
 * which is most of what a window at rest costs.
 */
export function stillCursorAtRest(): void {
  const { dataset } = document.documentElement;
  let seen = performance.now();
  const look = () => {
    const rest = RESTS_AFTER - (performance.now() - seen);
    if (rest <= 0) dataset["resting"] = "";
    else setTimeout(look, rest);
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
