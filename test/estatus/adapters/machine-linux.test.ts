import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { linuxMachine } from "../../../src/estatus/adapters/machine-linux.ts";
import { listProcesses } from "../../../src/estatus/adapters/proc-list.ts";
import { candidatesOf } from "../../../src/estatus/candidates.ts";
import { sleeper } from "../../support/guarded.ts";
import { newHome, type Home } from "../../support/home.ts";
import { until } from "../../support/until.ts";

/** A folder in which the program lies under the same name, put there by `put`. */
function elsewhere(
  home: Home,
  put: (from: string, to: string) => void,
): readonly [program: string, other: string] {
  const program = sleeper(home).executable;
  const folder = path.join(home.folder, "elsewhere");
  fs.mkdirSync(folder);
  const other = path.join(folder, path.basename(program));
  put(program, other);
  return [program, other];
}

/** Whether the checker takes the process that runs `started` for the program `executable`. */
async function isSeen(executable: string, started: string): Promise<boolean> {
  const { pid } = spawn(started, ["1000"], { stdio: "ignore" });
  await until("it runs", () => fs.readlinkSync(`/proc/${pid}/exe`) === started);
  return candidatesOf(linuxMachine(), executable, listProcesses()).some((one) => one.pid === pid);
}

test("A program that was started by another link to the same file is seen", async () => {
  using home = newHome();
  const [program, other] = elsewhere(home, fs.linkSync);
  expect(await isSeen(program, other)).toBe(true);
});

test("A copy of the program elsewhere on the disk is not it", async () => {
  using home = newHome();
  const [program, other] = elsewhere(home, fs.copyFileSync);
  expect(await isSeen(program, other)).toBe(false);
});
