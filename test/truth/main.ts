// `npm run prove:truth -- --for 10m`: minutes of real kills and real checks, and the report held against them.
import { forAndSeed } from "../support/for-and-seed.ts";
import { newHome } from "../support/home.ts";
import { judge } from "./judge.ts";
import { live } from "./live.ts";

const { ms, seed, words } = forAndSeed("10m");
using home = newHome();
console.log(`real outages ${words}`);
// Longer than a minute and an interval: less than that is no gap.
const truth = await live(home, ms, seed, 70_000);
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
