// `npm run fuzz:import [runs] [seed]`: damages files in many ways and reads them; the test does 3,000 of these.
import { fuzzReaders } from "../test/agenda/import/mutation-fuzz.ts";

const runs = Number(process.argv[2] ?? 200_000);
const start = Number(process.argv[3] ?? 1);
const batch = 10_000;
let wrong = 0;
for (let done = 0; done < runs; done += batch) {
  const result = fuzzReaders(start + done, Math.min(batch, runs - done));
  for (const sentence of result.wrong) console.error(sentence);
  wrong += result.wrong.length;
  console.log(
    `${done + result.read + result.refused} files: ${result.read} of the last read, ${result.refused} refused, ${wrong} wrong`,
  );
}
process.exitCode = wrong === 0 ? 0 : 1;
