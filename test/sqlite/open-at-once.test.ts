import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { newHome } from "../support/home.ts";

const ROUNDS = 200;
const open = JSON.stringify(path.join(import.meta.dirname, "../../src/sqlite/open.ts"));

// Opens one new file after another as soon as the other process is there too, without a pause for breath.
const OPENER = `
import fs from "node:fs";
import { openDatabase } from ${open};
const [folder, me, other] = process.argv.slice(2);
const failures = [];
for (let round = 0; round < ${ROUNDS}; round += 1) {
  fs.writeFileSync(folder + "/" + me + round, "");
  while (!fs.existsSync(folder + "/" + other + round));
  try {
    openDatabase(folder + "/" + round + ".db").close();
  } catch (error) {
    failures.push(error.message);
  }
}
console.log(failures.join());
`;

test("Two that make the same new file at the same instant both open it", async () => {
  using home = newHome();
  const script = path.join(home.folder, "opener.ts");
  fs.writeFileSync(script, OPENER);
  const said = await Promise.all(
    [
      ["a", "b"],
      ["b", "a"],
    ].map((words) => promisify(execFile)(process.execPath, [script, home.folder, ...words])),
  );
  expect(said.map(({ stdout }) => stdout)).toEqual(["\n", "\n"]);
});
