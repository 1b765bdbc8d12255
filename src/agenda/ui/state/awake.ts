import { call } from "../call.ts";
import { onSigns } from "./signs.ts";

const every = 1_000;

/**
 * While somebody moves, scrolls or types, says so to Agenda's process once a second: at rest its window looks for
 * events less often, which spares the machine.
 */
export function tellAwake(): void {
  let told = -every;
  const tell = () => {
    if (performance.now() - told < every) return;
    told = performance.now();
    // Where it does not get through, others say so.
    void call("POST", "api/awake").catch(() => {});
  };
  onSigns(tell);
}
