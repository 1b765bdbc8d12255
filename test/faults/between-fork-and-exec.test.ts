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

test.concurrent.for([0, 400])(
  "A check killed between the fork and the exec of its launch, which goes on %i ms into the next one's: one program, and it is the first's",
  async (ms) => {
    using home = newHome();
    const executable = await bringUp(home);
    await endProgram(executable);
    const holding = ["-f", "-qq", "-o", "/dev/null", "-P", executable, "-e", "trace=execve"];
    const through = ["strace", ...holding, "-e", "inject=execve:delay_enter=60s"];
    const first = startEstatus(home.folder, ["check"], { through });
    const db = openDatabase(`${home.estatus}/estatus.db`, { readonly: true });
    const attempts = db
      .prepare("SELECT count(*) FROM attempt WHERE result IS NULL OR result = 'failed'")
      .pluck();
    await until("it is about to launch", () => attempts.get() === 1);
    const checker = db.prepare("SELECT holder_pid FROM lease").pluck().get() as number;
    const launched = await heldBack(checker);
    process.kill(checker, "SIGKILL");
    expect(processesOf(executable)).toEqual([]);

    const next = check(home);
    await until("the next one is about to launch", () => attempts.get() === 2);
    db.close();
    await sleep(ms);
    // Without strace it goes on.
    first.child.kill("SIGKILL");
    expect(await next).toMatchObject({ code: 1, programs: [{ attempt: { result: "superseded" } }] });
    await first.ended;
    expect(processesOf(executable)).toEqual([launched]);
    await expectBack(home, executable);
    expect(await outages(home, "Guarded")).toMatchObject([
      { ended_by: "estatus", attempts: [{ result: "survived", pid: launched }, { result: "superseded" }] },
    ]);
  },
);
