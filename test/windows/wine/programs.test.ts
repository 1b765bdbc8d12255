import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CheckedProgram, ReportedOutage } from "../../support/commands.ts";
import { bench, ENDS_AT_ONCE, HUNG_WINDOW, IDLE, STALE, type Bench } from "./programs.ts";
import { hostPath, kill, killAll, pidsOf } from "./wine.ts";

async function check(place: Bench): Promise<CheckedProgram> {
  const { stdout, stderr } = await place.estatus(["check", "--json"]);
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as { programs: CheckedProgram[] }).programs[0]!;
}

async function outages(place: Bench): Promise<readonly ReportedOutage[]> {
  const { stdout } = await place.estatus(["report", "--format", "json"]);
  return (JSON.parse(stdout) as { outages: ReportedOutage[] }).outages;
}

test("a window that takes no messages is hung on the third look, and is left alone", async () => {
  const place = bench("hung", HUNG_WINDOW);
  const first = await check(place);
  expect(first).toMatchObject({ state: "up" });
  // Windows calls a window hung after five seconds.
  await sleep(6_000);
  for (let look = 0; look < 3; look++)
    expect(await check(place)).toMatchObject({ state: "hung", pid: first.pid });
  expect((await outages(place)).at(-1)).toMatchObject({ kind: "hung", cause: "hung", ended_at: null });
  expect(await pidsOf(place.executable)).toEqual([first.pid]);
  await kill(first.pid!);
});

test("a heartbeat that has gone stale is hung, and restart ends and relaunches it", async () => {
  const more = { heartbeat: "C:\\bench\\stale\\alive.json", hung_after: "3s", hung_action: "restart" };
  const place = bench("stale", STALE, more);
  const first = await check(place);
  expect(first).toMatchObject({ state: "up" });
  await sleep(3_500);
  const states = [await check(place), await check(place), await check(place)];
  expect(states.slice(0, 2)).toMatchObject([{ state: "hung" }, { state: "hung" }]);
  const [now, ...others] = await pidsOf(place.executable);
  expect(others).toEqual([]);
  expect(now).not.toBe(first.pid);
  await kill(now!);
});

test("another program of the same name in another folder does not count", async () => {
  const other = bench("other", IDLE);
  const place = bench("name", IDLE, { executable: "C:\\bench\\name\\other.exe" });
  fs.renameSync(hostPath("C:\\bench\\name\\name.exe"), hostPath("C:\\bench\\name\\other.exe"));
  const foreign = await check(other);
  expect(foreign).toMatchObject({ state: "up" });
  const own = await check(place);
  expect(own).toMatchObject({ state: "up", action: "launch" });
  expect(own.pid).not.toBe(foreign.pid);
  expect(await check(place)).toMatchObject({ state: "up", pid: own.pid, copies: 1 });
  await killAll("other.exe");
});

test("a program that ends at once is one outage with its attempts, and they back off", async () => {
  const place = bench("crashing", ENDS_AT_ONCE);
  const looks = [await check(place), await check(place), await check(place)];
  expect(looks.map((look) => look.exit_code)).toEqual([2, 2, 2]);
  expect(looks.some((look) => look.next_attempt_at !== null)).toBe(true);
  const [outage, ...others] = await outages(place);
  expect(others).toEqual([]);
  expect(outage!.ended_at).toBeNull();
  expect(outage!.attempts.length).toBeGreaterThan(0);
  expect(outage!.attempts.every((attempt) => attempt.result === "died")).toBe(true);
});

test("the relaunched program runs at normal priority in its own folder", async () => {
  const script = `
import fs from "node:fs"; import os from "node:os";
fs.writeFileSync("C:/bench/rights/seen.json", JSON.stringify({ priority: os.getPriority(), cwd: process.cwd() }));
${IDLE}`;
  const place = bench("rights", script);
  const { pid } = await check(place);
  const seen = JSON.parse(fs.readFileSync(hostPath("C:\\bench\\rights\\seen.json"), "utf8"));
  expect(seen).toEqual({ priority: 0, cwd: "C:\\bench\\rights" });
  await kill(pid!);
});
