import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listProcesses } from "../../../src/estatus/adapters/proc-list.ts";
import { script, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";
import { kill, processesOf } from "../../support/processes.ts";
import { startProgram } from "../../support/start-program.ts";
import { until } from "../../support/until.ts";

const nameOf = (pid: number) => listProcesses().find((listed) => listed.pid === pid)?.name;

test("a process is listed under the name of its executable, which it cannot change", async () => {
  using home = newHome();
  const called = startProgram(sleeper(home, "A name longer than the kernel keeps"));
  expect(nameOf(called.pid)).toBe("A name longer than the kernel keeps");
  // Node calls its own first thread something else.
  expect(fs.readFileSync("/proc/self/comm", "utf8").trim()).not.toBe(
    path.basename(fs.realpathSync(process.execPath)),
  );
  expect(nameOf(process.pid)).toBe(path.basename(fs.realpathSync(process.execPath)));
});

test("a script is listed under the name of its interpreter, and a replaced executable under its own", async () => {
  using home = newHome();
  const scripted = startProgram(script(home, "Script", "while :; do sleep 1; done"));
  expect(nameOf(scripted.pid)).toBe(path.basename(fs.realpathSync("/bin/sh")));
  const replaced = sleeper(home, "Replaced");
  const { pid } = startProgram(replaced);
  fs.rmSync(replaced.executable);
  expect(nameOf(pid)).toBe("Replaced");
});

test("an executable whose name ends as the kernel ends that of a replaced one is listed under its own, replaced or not", async () => {
  using home = newHome();
  const called = sleeper(home, "Agenda (deleted)");
  const { pid } = startProgram(called);
  expect(nameOf(pid)).toBe("Agenda (deleted)");
  fs.rmSync(called.executable);
  expect(nameOf(pid)).toBe("Agenda (deleted)");
});

test("a zombie runs nothing, and is not listed", async () => {
  using home = newHome();
  const [program, idle] = ["Guarded", "idle"].map((name) => sleeper(home, name).executable);
  startProgram(script(home, "parent", `'${program}' 1000 &\nexec '${idle}' 1000`));
  const pid = await until("both run", () =>
    processesOf(idle!).length === 1 ? processesOf(program!)[0] : null,
  );
  expect(nameOf(pid)).toBe("Guarded");
  kill([pid]);
  await until("it is a zombie", () => fs.readFileSync(`/proc/${pid}/stat`, "latin1").includes(") Z "));
  expect(nameOf(pid)).toBeUndefined();
});

/** The seventh field behind the name; 0 where the process is gone. */
function flagsOf(pid: number): number {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)!.split(" ")[6]);
  } catch {
    return 0;
  }
}

test("no thread of the kernel is listed", () => {
  const kernelThread = 0x20_0000;
  expect(listProcesses().filter(({ pid }) => (flagsOf(pid) & kernelThread) !== 0)).toEqual([]);
});

/** Has the system refuse to say of the process `pid` what `files` are of it, while `look` does. */
function refusing<T>(pid: number, files: RegExp, look: () => T): T {
  const real = { readlinkSync: fs.readlinkSync, readFileSync: fs.readFileSync };
  const refused =
    (ask: (file: fs.PathLike, ...how: never[]) => unknown) =>
    (file: fs.PathLike, ...how: never[]) => {
      const isRefused = String(file).startsWith(`/proc/${pid}/`) && files.test(String(file));
      if (isRefused) throw Object.assign(new Error("refused"), { code: "EPERM" });
      return ask(file, ...how);
    };
  Object.assign(fs, { readlinkSync: refused(real.readlinkSync), readFileSync: refused(real.readFileSync) });
  try {
    return look();
  } finally {
    Object.assign(fs, real);
  }
}

test("a process of which nothing may be asked, as with hidepid=1, is not listed, and the others are", () => {
  using home = newHome();
  const { pid } = startProgram(sleeper(home));
  expect(refusing(pid, /./, () => nameOf(pid))).toBeUndefined();
  expect(refusing(pid, /./, () => nameOf(process.pid))).toBeDefined();
});

test("one that may only not be asked what it runs is listed once under its whole name, and under another it gave itself", () => {
  using home = newHome();
  const name = "Señas y niños de la agenda";
  const { pid } = startProgram(sleeper(home, name));
  const namesOf = (one: number) =>
    refusing(one, /exe$/, listProcesses)
      .filter((listed) => listed.pid === one)
      .map((listed) => listed.name);
  expect(namesOf(pid)).toEqual([name]);
  const node = startProgram({
    name: "node",
    executable: process.execPath,
    arguments: ["-e", "setInterval(() => {}, 1e6)"],
  });
  try {
    expect(namesOf(node.pid).at(-1)).toBe(path.basename(process.execPath));
  } finally {
    kill([node.pid]);
  }
});
