import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/sqlite/open.ts";
import { check, outages } from "../support/commands.ts";
import { startEstatus } from "../support/estatus.ts";
import { newHome } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

/** The child of the check that strace holds back for good: until it becomes the program it looks like the check itself. */
async function heldBack(checker: number): Promise<number> {
  return await until("its launch is held back", () => Number(childrenOf(checker).find(isHeld)) || null);
}

const childrenOf = (pid: number) =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter(Boolean);

function isHeld(pid: string): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, "latin1").includes(") t ");
  } catch {
    return false;
  }
}

/** How soon after the first launch, and then after its own, the next check must find what it waits for, in ms: it gives them 15 s and 1 s. */
const [RECENT_MS, SHOWN_MS] = [14_000, 700];

/** Kills a check in the midst of its launch, which goes on `ms` into the next one's. False where the machine took too long for it. */
async function goesOnInTime(ms: number): Promise<boolean> {
  using home = newHome();
  const executable = await bringUp(home);
  await endProgram(executable);
  const holding = ["-f", "-qq", "-o", "/dev/null", "-P", executable, "-e", "trace=execve"];
  const through = ["strace", ...holding, "-e", "inject=execve:delay_enter=60s"];
  const first = startEstatus(home.folder, ["check"], { through });
  const db = openDatabase(`${home.estatus}/estatus.db`, { readonly: true });
  const attempts = db
    .prepare("SELECT at FROM attempt WHERE result IS NULL OR result = 'failed' ORDER BY at")
    .pluck();
  const begun = () => attempts.all() as number[];
  await until("it is about to launch", () => begun().length === 1);
  const checker = db.prepare("SELECT holder_pid FROM lease").pluck().get() as number;
  const launched = await heldBack(checker);
  process.kill(checker, "SIGKILL");
  expect(processesOf(executable)).toEqual([]);

  const next = check(home);
  await until("the next one is about to launch", () => begun().length === 2);
  const [at, again] = begun() as [number, number];
  db.close();
  await sleep(ms);
  // Without strace it goes on.
  first.child.kill("SIGKILL");
  const inTime = Date.now() - again < SHOWN_MS && again - at < RECENT_MS;
  const checked = await next;
  await first.ended;
  if (!inTime) return false;
  expect(checked).toMatchObject({ code: 1, programs: [{ attempt: { result: "superseded" } }] });
  expect(processesOf(executable)).toEqual([launched]);
  await expectBack(home, executable);
  expect(await outages(home, "Guarded")).toMatchObject([
    { ended_by: "estatus", attempts: [{ result: "survived", pid: launched }, { result: "superseded" }] },
  ]);
  return true;
}

test.concurrent.for([0, 400])(
  "A check killed between the fork and the exec of its launch, which goes on %i ms into the next one's: one program, and it is the first's",
  async (ms) => {
    for (let tries = 1; !(await goesOnInTime(ms)); tries += 1) expect(tries).toBeLessThan(10);
  },
);
