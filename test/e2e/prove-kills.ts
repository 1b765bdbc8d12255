// The promise that a killed check breaks nothing, at length: `npm run prove:kills -- [kills] [seed]`.
import { newHome } from "../support/home.ts";
import { randomOf } from "../support/random.ts";
import { killChecks } from "./killed-stream.ts";

const [wanted = 500, seed = 1] = process.argv.slice(2).map(Number);
using home = newHome();
let told = 0;
const { kills, checks, outages, when } = await killChecks(home, wanted, randomOf(seed), (so) => {
  if (so.kills < told + 50) return;
  told = so.kills;
  console.log(`${so.kills} kills of ${so.checks} checks, ${so.outages} outages`);
});
console.log(
  `${kills} of ${checks} checks killed at work, by fifths of a check and beyond: ${when.join(", ")}; ` +
    `${outages} outages caused and recorded, 0 lost, 0 doubled; back with the next check each time; never two of the program`,
);
