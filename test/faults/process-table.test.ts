import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";

/** Has a command see what that process sees of the file system. */
const into = (pid: number | string) => ["nsenter", `--target=${pid}`, "--mount", "--root", "--wd"];

test("A /proc of other processes than ours, as a container may have, is unknown: exit 3, nothing launched", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  await endProgram(executable);
  const words = [
    "--pid",
    "--fork",
    "--kill-child",
    "--propagation=unchanged",
    "--mount-proc",
    "sh",
    "-c",
    "echo here; exec sleep 1000",
  ];
  const container = spawn("unshare", words, { stdio: ["ignore", "pipe", "inherit"] });
  await once(container.stdout, "data");
  const [inside] = fs
    .readFileSync(`/proc/${container.pid}/task/${container.pid}/children`, "utf8")
    .split(" ");
  expect(await check(home, { through: into(inside!) })).toMatchObject({
    code: 3,
    stderr: "",
    programs: [{ state: "unknown", action: "nothing", detail: "/proc does not show this process" }],
  });
  expect(processesOf(executable)).toEqual([]);
  const ended = once(container, "exit");
  container.kill("SIGKILL");
  await ended;
  await expectBack(home, executable);
  expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "estatus" }]);
});

const UID = 54_322;
const asAnother = {
  through: ["setpriv", `--reuid=${UID}`, `--regid=${UID}`, "--clear-groups", "--bounding-set=-all"],
};

test.for(["Short", "A name longer than the kernel keeps", "Una agenda de señas y niños"])(
  "A program that its user may run and not read, called %s, is found by what the kernel calls it",
  async (name) => {
    using home = newHome();
    for (const folder of [home.estatus, path.join(home.folder, "tmp")]) fs.chownSync(folder, UID, UID);
    fs.chmodSync(home.folder, 0o755);
    const program = sleeper(home, name);
    fs.chmodSync(program.executable, 0o711);
    configure(home, [{ ...program, name: "Unreadable" }]);
    const { code, programs } = await check(home, asAnother);
    expect(code).toBe(1);
    const { pid } = programs[0]!;
    // Without its memory the checker has only the table to go by.
    recorded(home, (db) => db.exec("DELETE FROM sight"));
    expect(await check(home, asAnother)).toMatchObject({
      code: 0,
      programs: [{ state: "up", copies: 1, pid }],
    });
  },
);

test("A program that its user may run and not read, whose thread has another name, is found by what it was started as", async () => {
  using home = newHome();
  for (const folder of [home.estatus, path.join(home.folder, "tmp")]) fs.chownSync(folder, UID, UID);
  fs.chmodSync(home.folder, 0o755);
  const executable = path.join(home.folder, "Agenda of Node");
  fs.copyFileSync(fs.realpathSync(process.execPath), executable);
  fs.chmodSync(executable, 0o711);
  configure(home, [{ name: "Agenda", executable, arguments: ["-e", "setInterval(() => {}, 1e6)"] }]);
  const { code, programs } = await check(home, asAnother);
  expect(code).toBe(1);
  const { pid } = programs[0]!;
  expect(fs.readFileSync(`/proc/${pid}/comm`, "utf8")).not.toContain("Agenda");
  recorded(home, (db) => db.exec("DELETE FROM sight"));
  expect(await check(home, asAnother)).toMatchObject({
    code: 0,
    programs: [{ state: "up", copies: 1, pid }],
  });
});

test.for(["noaccess", "invisible"])(
  "A /proc that keeps other users' processes to itself (hidepid=%s): a program is launched, and then found",
  async (hidepid) => {
    using home = newHome();
    for (const folder of [home.estatus, path.join(home.folder, "tmp")]) fs.chownSync(folder, UID, UID);
    fs.chmodSync(home.folder, 0o755);
    configure(home, [sleeper(home)]);
    // A /proc of its own: the machine's stays as it is.
    const mounted = `mount -t proc -o hidepid=${hidepid} proc /proc && echo here && exec sleep 1000`;
    const words = ["--mount", "--propagation=unchanged", "sh", "-c", mounted];
    const place = spawn("unshare", words, { stdio: ["ignore", "pipe", "inherit"] });
    await once(place.stdout, "data");
    const hiding = { through: [...into(place.pid!), ...asAnother.through] };
    const { code, programs } = await check(home, hiding);
    expect(code).toBe(1);
    recorded(home, (db) => db.exec("DELETE FROM sight"));
    const { pid } = programs[0]!;
    expect(await check(home, hiding)).toMatchObject({ code: 0, programs: [{ state: "up", copies: 1, pid }] });
    place.kill("SIGKILL");
  },
);
