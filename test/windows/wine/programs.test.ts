import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { until } from "../../support/until.ts";
import type { CheckedProgram, ReportedOutage } from "../../support/commands.ts";
import {
  beatOnce,
  bench,
  ENDS_AT_ONCE,
  HUNG_WINDOW,
  IDLE,
  POLITE_WINDOW,
  STALE,
  type Bench,
} from "./programs.ts";
import { startAction } from "./stand-in-scheduler.ts";
import { hostPath, kill, killAll, pidsOf, untilRuns, windowsPath } from "./wine.ts";

async function check(place: Bench): Promise<CheckedProgram> {
  const { stdout, stderr } = await place.estatus(["check", "--json"]);
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as { programs: CheckedProgram[] }).programs[0]!;
}

async function outages(place: Bench): Promise<readonly ReportedOutage[]> {
  const { stdout } = await place.estatus(["report", "--format", "json"]);
  return (JSON.parse(stdout) as { outages: ReportedOutage[] }).outages;
}

/**
 * Looks until another process is in the place of `pid`, as it is after the third look that finds it hung; gives the states
 * before that. On a slow machine the very first look may have found it stale already.
 */
async function relaunched(place: Bench, pid: number): Promise<string[]> {
  const states: string[] = [];
  for (let look = 0; look < 3; look += 1) {
    const seen = await check(place);
    if (seen.pid !== pid) return states;
    states.push(seen.state);
  }
  throw new Error(`the same process after ${states.join(", ")}`);
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
  await sleep(3_500);
  const states = await relaunched(place, first.pid!);
  expect(states.length).toBeGreaterThan(0);
  expect(states.filter((state) => state !== "hung")).toEqual([]);
  const [now, ...others] = await pidsOf(place.executable);
  expect(others).toEqual([]);
  expect(now).not.toBe(first.pid);
  await kill(now!);
});

test("a hung program whose window still takes messages is asked to close, and only then relaunched", async () => {
  const heartbeat = "C:\\bench\\polite\\alive.json";
  const script = POLITE_WINDOW + beatOnce(heartbeat);
  const place = bench("polite", script, { heartbeat, hung_after: "3s", hung_action: "restart" });
  const first = await check(place);
  await sleep(3_500);
  await relaunched(place, first.pid!);
  expect(fs.readFileSync(hostPath("C:\\bench\\polite\\closed.txt"), "utf8")).toBe(String(first.pid));
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

test.each(["start.bat", "start.cmd", "Agenda.lnk", "Agenda"])(
  "%s as the program is refused with its line: it would be missing for ever, and launched again and again",
  async (file) => {
    const place = bench("no-program", IDLE, { executable: `C:\\bench\\no-program\\${file}` });
    fs.writeFileSync(
      hostPath(`${place.folder}\\${file}`),
      "echo launched > C:\\bench\\no-program\\launched.txt\r\n",
    );
    const { code, stdout, stderr } = await place.estatus(["check"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/estatus\.toml:3: .*does not end in \.exe; name the program itself/);
    expect(fs.existsSync(hostPath(`${place.folder}\\launched.txt`))).toBe(false);
    expect(fs.existsSync(hostPath(`${place.folder}\\estatus.db`))).toBe(false);
  },
);

// Wine, unlike Windows, passes no priority on; that the check has raised its own by then is seen all the same.
const tellsHowItRuns = (folder: string) => `
import fs from "node:fs"; import os from "node:os";
const own = { priority: os.getPriority(), parent: os.getPriority(process.ppid), cwd: process.cwd() };
fs.writeFileSync(${JSON.stringify(`${folder}/seen.json`)}, JSON.stringify(own));
${IDLE}`;
async function seenBy(place: Bench): Promise<unknown> {
  const file = hostPath(`${place.folder}\\seen.json`);
  await until("the program tells", () => fs.existsSync(file) && fs.statSync(file).size > 0, 30_000);
  return JSON.parse(fs.readFileSync(file, "utf8"));
}
const estatusw = windowsPath(path.join(import.meta.dirname, "../../../dist/windows/estatusw.exe"));

test.each(["normal", "below-normal"] as const)(
  "by a check at %s priority the program is launched as by a double click, and the attempt says so",
  async (priority) => {
    const name = `as-${priority}`;
    const place = bench(name, tellsHowItRuns(`C:/bench/${name}`));
    expect(await startAction(`"${estatusw}" check`, priority, { env: place.env })).toMatchObject({ code: 1 });
    expect(await seenBy(place)).toEqual({ priority: 0, parent: 0, cwd: place.folder });
    const launched_as = {
      folder: place.folder,
      priority: "normal",
      session: expect.any(Number),
      elevated: false,
      own_session: true,
    };
    expect((await outages(place)).at(-1)!.attempts).toMatchObject([{ result: "survived", launched_as }]);
    const { stdout } = await place.estatus(["doctor", "--json"]);
    const { findings } = JSON.parse(stdout) as { findings: { id: string; level: string }[] };
    expect(findings.filter(({ id }) => /^(rights|launched):/.test(id))).toMatchObject([{ level: "ok" }]);
    await killAll(place.executable);
  },
);

test("a program that runs at another priority than after a double click is a warning", async () => {
  const place = bench("slow", IDLE);
  const started = `"${place.folder}\\${place.executable}" "${place.folder}\\script.mjs"`;
  const running = startAction(started, "below-normal");
  await untilRuns(place.executable);
  const { stdout } = await place.estatus(["doctor", "--json"]);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; level: string; sentence: string }[] };
  expect(findings.filter(({ id }) => id.startsWith("rights:"))).toMatchObject([
    { level: "warning", sentence: expect.stringContaining("below-normal") },
  ]);
  await killAll(place.executable);
  await running;
});

test("a watch brings a program back long before its next check, and counts its outage once", async () => {
  const place = bench("watched", IDLE);
  const watching = place.startEstatus(["watch", "--every", "10m"]);
  await untilRuns(place.executable);
  // The check that launched it is at work until it is proven, and only then is it watched.
  await expect
    .poll(async () => (await outages(place))[0]?.ended_at ?? null, { timeout: 90_000 })
    .not.toBeNull();
  await sleep(2_000);
  const [first] = await pidsOf(place.executable);
  const before = watching.said().length;
  await kill(first!);
  await untilRuns(place.executable);
  await until("it says so", () => /is up again/.test(watching.said().slice(before)), 90_000);
  await killAll("estatus.exe");
  await watching.ended;
  expect(await pidsOf(place.executable)).toHaveLength(1);
  expect((await outages(place)).filter(({ kind }) => kind === "missing")).toMatchObject([
    { ended_by: "estatus" },
  ]);
  const shortly = place.estatus(["watch", "--every", "10m", "--for", "1s"]);
  expect(await shortly).toMatchObject({ code: 0, stderr: "" });
  await killAll(place.executable);
});
