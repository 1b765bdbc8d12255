// node FLAGS ticks.ts TICKS, with the flags of the shipped checker: the tick of `watch`, again and again, and the memory
// half way and at the end.
import { setImmediate as immediate } from "node:timers/promises";
import { checkPorts } from "../../src/estatus/commands/check.ts";
import { loadConfig } from "../../src/estatus/config/load.ts";
import { runCheck } from "../../src/estatus/cycle.ts";
import { freeGarbage, neverOptimize } from "../../src/estatus/stay-small.ts";

neverOptimize();
const ticks = Number(process.argv[2]);
const { programs } = await loadConfig(undefined);
const ports = await checkPorts(() => undefined);

function memory(): { rss: number; heap: number } {
  globalThis.gc!();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}

let early = memory();
for (let tick = 1; tick <= ticks; tick += 1) {
  const { code, programs: seen } = await runCheck(ports, programs);
  if (code !== 0 || seen.length !== programs.length) throw new Error(`tick ${tick} ended with ${code}`);
  freeGarbage();
  // Between two ticks of a watch the event loop turns, and what was thrown away is really let go of.
  await immediate();
  if (tick === ticks / 2) early = memory();
}
process.stdout.write(JSON.stringify({ early, late: memory() }));
