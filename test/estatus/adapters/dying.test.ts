import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { expect, test } from "vitest";
import { linuxMachine } from "../../../src/estatus/adapters/machine-linux.ts";
import { codeOf } from "../../../src/app-error.ts";

const isWithoutExecutable = (pid: number): boolean => {
  try {
    return fs.readlinkSync(`/proc/${pid}/exe`) === "";
  } catch (error) {
    return codeOf(error) === "ENOENT" && fs.existsSync(`/proc/${pid}`);
  }
};

test("A process on its way to its end is there no more, and no namesake of a program", async () => {
  const machine = linuxMachine();
  // To take half a gigabyte back keeps the kernel busy for long enough to look.
  const text = 'Buffer.alloc(5e8, 1); process.stdout.write("ready"); setInterval(() => {}, 1e6)';
  const child = spawn(process.execPath, ["-e", text], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const pid = child.pid!;
  const wanted = machine.wanted("/nowhere/Namesake");
  const listed = { pid, name: "Namesake" };
  expect(machine.live(pid, machine.moment())).not.toBeNull();
  child.kill("SIGKILL");
  let looks = 0;
  while (looks === 0 || fs.readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]![0] !== "Z") {
    if (!isWithoutExecutable(pid)) continue;
    looks += 1;
    expect(machine.live(pid, machine.moment())).toBeNull();
    expect(machine.facts(listed, wanted)).toBeNull();
  }
  await once(child, "close");
});
