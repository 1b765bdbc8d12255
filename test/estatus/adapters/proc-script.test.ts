import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { linuxMachine } from "../../../src/estatus/adapters/machine-linux.ts";
import { listProcesses } from "../../../src/estatus/adapters/proc-list.ts";
import { candidatesOf } from "../../../src/estatus/candidates.ts";
import { newHome, type Home } from "../../support/home.ts";
import { until } from "../../support/until.ts";

/** Puts `Agenda` into a home, a script that begins with `firstLine`; `runner` is an interpreter in the PATH, a link as python3 is. */
function script(home: Home, firstLine: string): { readonly file: string; readonly runner: string } {
  const [file, runner, real] = ["Agenda", "runner", "runner1.2"].map((name) => path.join(home.folder, name));
  fs.copyFileSync(fs.realpathSync("/bin/sh"), real!);
  fs.symlinkSync(real!, runner!);
  fs.writeFileSync(file!, `#!${firstLine.replace("RUNNER", runner!)}\nwhile :; do sleep 1; done\n`, {
    mode: 0o755,
  });
  return { file: file!, runner: runner! };
}

/** Whether the checker takes what `command` starts for the program. */
async function isSeen(home: Home, file: string, [command, ...words]: readonly string[]): Promise<boolean> {
  const searched = process.env["PATH"];
  process.env["PATH"] = `${home.folder}:${searched}`;
  try {
    const { pid } = spawn(command!, words, { cwd: home.folder, stdio: "ignore" });
    const real = path.join(home.folder, "runner1.2");
    await until("the interpreter runs", () => fs.readlinkSync(`/proc/${pid}/exe`) === real);
    return candidatesOf(linuxMachine(), file, listProcesses()).some((one) => one.pid === pid);
  } finally {
    process.env["PATH"] = searched;
  }
}

test.for(["RUNNER", "RUNNER -u", "/usr/bin/env runner", "/usr/bin/env -S A=B runner -e -u"])(
  "A script whose first line is %s is seen, whatever its interpreter is a link to",
  async (firstLine) => {
    using home = newHome();
    const { file } = script(home, firstLine);
    expect(await isSeen(home, file, [file])).toBe(true);
  },
);

test("A script is seen that was started from its own folder, by a link, or as its interpreter's argument", async () => {
  using home = newHome();
  const { file, runner } = script(home, "RUNNER -u");
  fs.symlinkSync(file, path.join(home.folder, "shortcut"));
  expect(await isSeen(home, file, ["./Agenda"])).toBe(true);
  expect(await isSeen(home, file, [path.join(home.folder, "shortcut")])).toBe(true);
  expect(await isSeen(home, file, [runner, file])).toBe(true);
});

test("What its interpreter does with another file, or another program with the script, is not the script", async () => {
  using home = newHome();
  const { file, runner } = script(home, "/bin/sh -u");
  expect(await isSeen(home, file, [runner, file])).toBe(false);
  fs.writeFileSync(file, "#!/usr/bin/env -S runner -u\n");
  const other = path.join(home.folder, "other");
  fs.writeFileSync(other, "while :; do sleep 1; done\n");
  expect(await isSeen(home, file, [runner, other, file])).toBe(false);
  expect(await isSeen(home, file, [runner, "-u", "-e", other, file])).toBe(false);
});

test("A program without a first line of its own, which the system hands to the shell, is seen", async () => {
  using home = newHome();
  const file = path.join(home.folder, "Agenda");
  fs.writeFileSync(file, "while :; do sleep 1; done\n", { mode: 0o755 });
  const { pid } = spawn(file, { stdio: "ignore" });
  await until("the shell runs", () => fs.readlinkSync(`/proc/${pid}/exe`) === fs.realpathSync("/bin/sh"));
  expect(candidatesOf(linuxMachine(), file, listProcesses()).map((one) => one.pid)).toContain(pid);
});
