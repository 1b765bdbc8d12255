import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { field, showsNames } from "../../browser/agenda/open-agenda.ts";
import { promisedTime } from "../../browser/agenda/promised-time.ts";
import { openPage } from "../../browser/open-page.ts";
import type { Reported } from "../../support/commands.ts";
import { until } from "../../support/until.ts";
import { readTaskFile, taskAssertions } from "../../estatus/task-assertions.ts";
import { handedOver } from "./handed-over.ts";
import {
  agendaData,
  beat,
  estatus,
  estatusData,
  folder,
  install,
  linkToAgenda,
  registry,
  uninstall,
  user,
} from "./installed.ts";
import { beatOnce, bench, POLITE_WINDOW } from "./programs.ts";
import { readShortcut } from "./shell-link.ts";
import { fire } from "./stand-in-scheduler.ts";
import { hostPath, kill, pidsOf, run, untilRuns } from "./wine.ts";

// One story on one machine: each part goes on where the last one ended.
const uninstallKey = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Estatus";
const sid = "S-1-5-21-0-0-0-1000";
let task: Buffer;

const there = (windowsPath: string) => fs.existsSync(hostPath(windowsPath));
const agendaPids = () => pidsOf("Agenda.exe");

async function report(): Promise<Reported> {
  const { stdout, stderr } = await estatus(["report", "--format", "json", "--program", "Agenda"]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Reported;
}

async function killAgenda(): Promise<void> {
  await kill(...(await agendaPids()));
  expect(await agendaPids()).toEqual([]);
}

describe("1 a silent installation into a path with a space and an accent", () => {
  test("registers the task and starts Agenda", async () => {
    task = await handedOver(async () => expect(await install()).toMatchObject({ code: 0 }));
    await until("Agenda beats", () => beat()?.state === "running", 30_000);
    expect(await agendaPids()).toEqual([beat()!.pid]);
  });

  const menu = `${user}\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Estatus`;
  const shortcut = (name: string) => readShortcut(fs.readFileSync(hostPath(`${menu}\\${name}.lnk`)));

  test("leaves the programs and what they need, the shortcuts and the uninstaller", () => {
    const names = ["Agenda.exe", "estatus.exe", "estatusw.exe", "uninstall.exe", "licences.txt"];
    const addons = ["native\\better_sqlite3.node", "native\\koffi\\win32_x64\\koffi.node"];
    for (const name of [...names, ...addons, "vendor\\fastlist-0.3.0-x64.exe"]) {
      expect([name, there(`${folder}\\${name}`)]).toEqual([name, true]);
    }
    expect(fs.readdirSync(hostPath(menu)).toSorted()).toEqual(["Agenda.lnk", "Estatus status.lnk"]);
  });

  test("leads from the Start menu to Agenda in its own folder, and to the status in a terminal", () => {
    expect(shortcut("Agenda")).toEqual({ target: `${folder}\\Agenda.exe`, folder, arguments: "" });
    expect(shortcut("Estatus status")).toEqual({
      target: "C:\\windows\\system32\\cmd.exe",
      folder,
      arguments: `/k ""${folder}\\estatus.exe" status"`,
    });
  });

  test("tells Windows how to uninstall, and puts estatus on the user's PATH", async () => {
    expect(await registry(uninstallKey, "InstallLocation")).toBe(folder);
    expect(await registry(uninstallKey, "QuietUninstallString")).toBe(`"${folder}\\uninstall.exe" /S`);
    expect(await registry("HKCU\\Environment", "Path")).toContain(folder);
  });
});

describe("2 the task that was handed to schtasks", () => {
  test.each(taskAssertions)("%s", (_, check) => {
    check(readTaskFile(task), {
      sid,
      command: `${folder}\\estatusw.exe`,
      arguments: ["check"],
      watchedFiles: ["Agenda.exe"],
    });
  });

  test("is known to Wine's own Task Scheduler under its name", () => {
    expect(there(`C:\\windows\\system32\\tasks\\Estatus check ${sid}`)).toBe(true);
  });

  test("is the same when it is registered again", async () => {
    const again = await handedOver(async () =>
      expect(await estatus(["register"])).toMatchObject({ code: 0 }),
    );
    expect(again.equals(task)).toBe(true);
  });

  test("is what register --print shows", async () => {
    const { stdout } = await estatus(["register", "--print"]);
    expect(stdout.trim()).toBe(task.toString("utf16le").slice(1).replaceAll("\r\n", "\n").trim());
  });
});

describe("3 the task's own command, run as the scheduler would", () => {
  test("sees that Agenda is up", async () => {
    expect(await fire(task)).toMatchObject({ code: 0 });
    expect(await agendaPids()).toHaveLength(1);
  });

  test("brings Agenda.exe back after it was killed", async () => {
    const [before] = await agendaPids();
    await killAgenda();
    expect(await fire(task)).toMatchObject({ code: 1 });
    const [after, ...others] = await agendaPids();
    expect(others).toEqual([]);
    expect(after).not.toBe(before);
  });
});

describe("3 the look at the task itself", () => {
  const file = () => hostPath(`${estatusData}\\task-audit.json`);
  const looked = () => JSON.parse(fs.readFileSync(file(), "utf8")) as { at: number; version: string };
  const leave = (audit: object) => fs.writeFileSync(file(), JSON.stringify(audit));

  test("comes once an hour, and at once after an upgrade", async () => {
    const first = looked();
    await fire(task);
    expect(looked()).toEqual(first);
    for (const earlier of [{ at: Date.now() - 3_600_000 }, { at: Date.now(), version: "0.0.1" }]) {
      leave({ ...first, ...earlier });
      await fire(task);
      expect(looked()).toMatchObject({ version: first.version });
      expect(looked().at).toBeGreaterThan(earlier.at);
    }
  });

  test("is logged, and said to whoever asks: a check by the task has no output", async () => {
    const log = fs.readFileSync(hostPath(`${estatusData}\\estatus.log`), "utf8");
    expect(log).toContain(
      '"event":"task","state":"unknown","sentence":"Task Scheduler gave no readable answer',
    );
    const { stdout } = await estatus(["status"]);
    expect(stdout).toMatch(/whether the task is registered is unknown\.\nChecks have found it so since 20/);
  });
});

describe("4 contacts, a half-typed one, and a kill", () => {
  let killedAt = 0;

  test("are typed into Agenda.exe, which is then killed", async () => {
    {
      await using window = await openPage(await linkToAgenda());
      const { page } = window;
      for (const name of ["José Ñíguez", "Ana Ruiz"]) {
        await field(page, "name").fill(name);
        await page.keyboard.press("Enter");
        await page.getByText(`Saved: ${name}`).waitFor();
      }
      await field(page, "name").fill("María Jo");
      await promisedTime(page);
      killedAt = Date.now();
      await killAgenda();
    }
    expect(await fire(task)).toMatchObject({ code: 1 });
  });

  test("are all back on the screen of the new Agenda.exe", async () => {
    await using window = await openPage(await linkToAgenda());
    await showsNames(window.page, ["Ana Ruiz", "José Ñíguez"]);
    expect(await field(window.page, "name").inputValue()).toBe("María Jo");
  });

  test("are in the report, with bounds that hold the moment of the kill", async () => {
    const outage = (await report()).outages.at(-1)!;
    expect(outage).toMatchObject({
      kind: "missing",
      cause: "killed",
      ended_by: "estatus",
      restored: { contacts: 2, draft: true },
      attempts: [{ result: "survived", pid: beat()!.pid }],
    });
    expect(Date.parse(outage.earliest_start)).toBeLessThanOrEqual(killedAt + 1_000);
    expect(Date.parse(outage.latest_start)).toBeGreaterThanOrEqual(killedAt);
    expect(Date.parse(outage.ended_at!)).toBeGreaterThanOrEqual(Date.parse(outage.latest_start));
  });
});

describe("5 checkers that die, and many at once", () => {
  test("a checker killed while it relaunches leaves Agenda.exe running", async () => {
    await killAgenda();
    const checking = fire(task);
    const endedFirst = checking.then(async ({ code }) => {
      const outage = JSON.stringify((await report()).outages.at(-1));
      throw new Error(`the check ended with ${code}, and Agenda.exe does not run: ${outage}`);
    });
    await Promise.race([untilRuns("Agenda.exe"), endedFirst]);
    await kill(...(await pidsOf("estatusw.exe")));
    expect((await checking).code).not.toBe(0);
    const left = await agendaPids();
    expect(left).toHaveLength(1);
    // Until it has survived its ten seconds, no check calls it up.
    await sleep(10_000);
    await fire(task);
    expect(await fire(task)).toMatchObject({ code: 0 });
    expect(await agendaPids()).toEqual(left);
    expect((await report()).outages.at(-1)).toMatchObject({ ended_by: "estatus" });
  });

  test("twenty checks at once bring back one Agenda.exe", async () => {
    await killAgenda();
    await Promise.all(Array.from({ length: 20 }, () => fire(task)));
    expect(await agendaPids()).toHaveLength(1);
    expect((await report()).outages.filter((outage) => outage.ended_at === null)).toEqual([]);
  });
});

describe("6 a pause", () => {
  test("lets Agenda stay closed, and ends with resume", async () => {
    expect(await estatus(["pause", "1h", "--reason", "inventario"])).toMatchObject({ code: 0 });
    await killAgenda();
    expect(await fire(task)).toMatchObject({ code: 1 });
    expect(await agendaPids()).toEqual([]);
    expect(await estatus(["resume"])).toMatchObject({ code: 0 });
    expect(await fire(task)).toMatchObject({ code: 1 });
    expect(await agendaPids()).toHaveLength(1);
  });
});

describe("8 an upgrade and an uninstallation", () => {
  test("an upgrade over a running copy closes it, keeps every contact and starts the new one", async () => {
    const before = beat()!.pid;
    const again = await handedOver(async () => expect(await install()).toMatchObject({ code: 0 }));
    await until("the new Agenda beats", () => beat()!.pid !== before && beat()!.state === "running", 30_000);
    expect(await agendaPids()).toEqual([beat()!.pid]);
    expect(beat()).toMatchObject({ restored: { contacts: 2 } });
    expect(again.equals(task)).toBe(true);
    const path = await registry("HKCU\\Environment", "Path");
    expect(path!.split(";").filter((entry) => entry === folder)).toHaveLength(1);
  });

  test("an installation asks what runs in its folder to close, before it ends it", async () => {
    const before = beat()!.pid;
    await killAgenda();
    // A program with a window in Agenda's place: there is no WebView2 under Wine, and so no window of Agenda's own.
    const stand = bench("inplace", POLITE_WINDOW + beatOnce(`${agendaData}\\alive.json`));
    fs.copyFileSync(hostPath(`${stand.folder}\\${stand.executable}`), hostPath(`${folder}\\Agenda.exe`));
    const started = run(`${folder}\\Agenda.exe`, stand.arguments);
    await until("its window is there", () => beat()!.pid !== before, 30_000);
    const { pid } = beat()!;
    expect(await install()).toMatchObject({ code: 0 });
    await started;
    expect(fs.readFileSync(hostPath(`${stand.folder}\\closed.txt`), "utf8")).toBe(String(pid));
    await until("the new Agenda beats", () => beat()!.pid !== pid && beat()!.state === "running", 30_000);
    expect(beat()).toMatchObject({ restored: { contacts: 2 } });
  });

  test("status and doctor never call a task fine that nobody could read", async () => {
    const { stdout } = await estatus(["status", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ task: { state: "unknown", last_result: null } });
    const doctor = await estatus(["doctor", "--json"]);
    const { findings } = JSON.parse(doctor.stdout) as { findings: { id: string; level: string }[] };
    expect(findings.find(({ id }) => id === "task")).toMatchObject({ level: "warning" });
  });

  test("an uninstallation takes everything away but the data", async () => {
    await uninstall();
    expect(await agendaPids()).toEqual([]);
    expect(await registry(uninstallKey, "InstallLocation")).toBeNull();
    expect((await registry("HKCU\\Environment", "Path")) ?? "").not.toContain(folder);
    expect(there(`C:\\windows\\system32\\tasks\\Estatus check ${sid}`)).toBe(false);
    expect(there(`${agendaData}\\agenda.db`)).toBe(true);
    expect(there(`${estatusData}\\estatus.db`)).toBe(true);
  });

  test("an uninstallation that is asked to takes the data too", async () => {
    expect(await install()).toMatchObject({ code: 0 });
    await until("Agenda beats", () => beat()?.state === "running", 30_000);
    await uninstall("/PURGE");
    // It goes on after its own folder is gone.
    await until("the data are gone", () => ![agendaData, estatusData].some(there), 30_000);
  });
});
