// `npm run prove:truth -- --for 10m`: minutes of real kills and real checks, and the report held against them.
import { parseArgs } from "node:util";
import { parseDuration } from "../../src/estatus/core/duration.ts";
import { newHome } from "../support/home.ts";
import { judge } from "./judge.ts";
import { live } from "./live.ts";

const { values } = parseArgs({
  options: {
    for: { type: "string", default: "10m" },
    seed: { type: "string", default: String(Date.now() % 1e6) },
  },
});
const ms = parseDuration(values.for);
if (ms === null) throw new Error(`--for: "${values.for}" is no duration`);
using home = newHome();
console.log(`real outages for ${values.for}, --seed ${values.seed}`);
// Longer than a minute and an interval: less than that is no gap.
const truth = await live(home, ms, Number(values.seed), 70_000);
for (const { program, outages, ...seconds } of await judge(home, truth)) {
  const [away, estimate, tolerance] = [seconds.truth, seconds.estimate, seconds.tolerance].map((one) =>
    one.toFixed(1),
  );
  const error = ((seconds.estimate / seconds.truth - 1) * 100).toFixed(1);
  console.log(
    `${program}: ${outages} outages, all found, every bound holds; away ${away} s, estimate ${estimate} s (${error} %, chance allows ${tolerance} s)`,
  );
}
console.log("the time without the checker is the one gap");
