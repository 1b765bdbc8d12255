import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../support/until.ts";
import { handedOver } from "./handed-over.ts";
import { agendaData, beat, estatus, folder, install, uninstall } from "./installed.ts";
import { bench, IDLE } from "./programs.ts";
import { hostPath, kill, killAll, pidsOf, run, untilRuns } from "./wine.ts";

// What an installation over an older one meets.
const sid = "S-1-5-21-0-0-0-1000";
const there = (windowsPath: string) => fs.existsSync(hostPath(windowsPath));

async function agendaBeatsAfter(before: number | null): Promise<void> {
  const beats = () => beat() !== null && beat()!.pid !== before && beat()!.state === "running";
  await until("the new Agenda beats", beats, 30_000);
}

beforeAll(async () => {
  expect(await install()).toMatchObject({ code: 0 });
  await agendaBeatsAfter(null);
});
afterAll(async () => {
  await uninstall("/PURGE");
});

test("a watch in a terminal is ended, and the task keeps the configuration it was registered with", async () => {
  const before = beat()!.pid;
  const file = "C:\\own.toml";
  fs.writeFileSync(hostPath(file), "");
  expect(await estatus(["register", "--config", file])).toMatchObject({ code: 0 });
  const watching = estatus(["watch", "--every", "1m"]);
  await untilRuns("estatus.exe");
  const task = await handedOver(async () => expect(await install()).toMatchObject({ code: 0 }));
  expect(await pidsOf("estatus.exe")).toEqual([]);
  await watching;
  expect(task.toString("utf16le")).toContain(`check --config ${file}`);
  await agendaBeatsAfter(before);
});

test("to take the task out by hand is to forget its configuration", async () => {
  expect(await estatus(["unregister"])).toMatchObject({ code: 0 });
  const task = await handedOver(async () => expect(await estatus(["register"])).toMatchObject({ code: 0 }));
  expect(task.toString("utf16le")).not.toContain("--config");
});

test("what only the heartbeat calls Agenda is left alone; where it cannot go on, the task is there again", async () => {
  await killAll("Agenda.exe");
  const held = bench("held", IDLE);
  const file = `${held.folder}\\${held.executable}`;
  // One file by two names: what runs by the other one is not Agenda, and keeps it from being written.
  fs.rmSync(hostPath(`${folder}\\Agenda.exe`));
  fs.linkSync(hostPath(file), hostPath(`${folder}\\Agenda.exe`));
  const running = run(file, held.arguments);
  await untilRuns(held.executable);
  const [pid] = await pidsOf(held.executable);
  fs.writeFileSync(hostPath(`${agendaData}\\alive.json`), JSON.stringify({ ...beat()!, pid }));
  expect(await install()).toMatchObject({ code: 2 });
  expect(await pidsOf(held.executable)).toEqual([pid]);
  expect(there(`C:\\windows\\system32\\tasks\\Estatus check ${sid}`)).toBe(true);
  await kill(pid!);
  await running;
  expect(await install()).toMatchObject({ code: 0 });
  await agendaBeatsAfter(pid!);
});
