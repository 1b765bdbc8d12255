// Proves durability at length: `npm run prove:durability -- [kills]`, 300 kills where no number is given.
import { killOnce, newLedger } from "./killed-while-writing.ts";
import { newFolder } from "./launch.ts";

const kills = Number(process.argv[2] ?? 300);
using home = newFolder();
const ledger = newLedger();
let wrong = 0;
for (let kill = 1; kill <= kills; kill += 1) {
  for (const sentence of await killOnce(home.folder, ledger, Math.random)) {
    console.error(`kill ${kill}: ${sentence}`);
    wrong += 1;
  }
  if (kill % 50 === 0) console.log(`${kill} kills, ${ledger.answered} answered changes, ${wrong} wrong`);
}
process.exitCode = wrong === 0 && ledger.answered > kills ? 0 : 1;
