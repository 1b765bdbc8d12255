import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { check, report } from "./commands.ts";
import type { RunOptions } from "./estatus.ts";
import { configure, sleeper, type Guarded } from "./guarded.ts";
import type { Home } from "./home.ts";
import { isAlive, kill, processesOf } from "./processes.ts";
import { until } from "./until.ts";

/** Brings up a program that proves itself at once; returns its executable. Its back-off is what any program has. */
export async function bringUp(home: Home, options: RunOptions = {}): Promise<string> {
  const program = { ...sleeper(home), survive: "100ms", stable_after: "100ms" };
  configure(home, [program]);
  const { code, stderr } = await check(home, options);
  assert.equal(code, 1, stderr);
  return program.executable;
}

/** Kills the program, and waits until it is gone. */
export async function endProgram(executable: string): Promise<void> {
  const before = processesOf(executable);
  assert.equal(before.length, 1);
  kill(before);
  await until("the program is gone", () => !isAlive(before[0]!));
}

/** Has a program brought up and killed, which no check has seen yet. */
export async function killed(home: Home): Promise<Guarded> {
  const program = sleeper(home);
  configure(home, [program]);
  await check(home);
  await endProgram(program.executable);
  return program;
}

/** Fails where two copies of a program run. */
export const atMostOne = (executable: string) => {
  const pids = processesOf(executable);
  assert.ok(pids.length <= 1, `${pids.length} copies: ${pids.join(", ")}`);
};

/** After checks that were killed: the next ones bring the program back, or find that it is, and never a second one. */
export async function expectBack(home: Home, executable: string, options: RunOptions = {}): Promise<void> {
  atMostOne(executable);
  // A program that a killed check launched has to prove itself first: until then it is "down" (2), and there.
  let code: number | null = 2;
  for (let checks = 0; code === 2 && checks < 4; checks += 1) {
    if (checks > 0) await sleep(100);
    const checked = await check(home, options);
    ({ code } = checked);
    assert.equal(checked.stderr, "");
    assert.equal(processesOf(executable).length, 1, checked.stdout);
  }
  assert.ok(code === 0 || code === 1, `exit ${code}`);
}

/** Each of `times` ends of the program is one outage, with attempts of which one survived. */
export async function expectWhole(home: Home, times: number): Promise<void> {
  const { outages } = await report(home, "Guarded");
  const told = outages.map(({ kind, ended_by }) => `${kind}, ended by ${ended_by}`);
  const each = (kind: string) => `${kind}, ended by estatus`;
  assert.deepEqual(told, [each("cold-start"), ...Array<string>(times).fill(each("missing"))]);
  for (const { attempts } of outages) {
    const results = attempts.map(({ result }) => result);
    // An attempt after the one that survived found what that had launched.
    const rest = results.filter((result) => result !== "failed" && result !== "superseded");
    assert.deepEqual(rest, ["survived"]);
  }
}
