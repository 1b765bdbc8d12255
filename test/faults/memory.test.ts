import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { diesThreeTimes } from "../support/dies.ts";
import { configure, script, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";

type Group = {
  /** Goes before a command that is to have no more than this. */
  readonly through: readonly string[];
  /** A line of a shell script by which it joins. */
  readonly join: string;
} & Disposable;

/** A control group that may have `megabytes` of memory; what wants more is killed by the kernel. */
function memoryGroup(home: Home, megabytes: number): Group {
  const root = path.join(home.folder, `memory-${megabytes}`);
  fs.mkdirSync(root);
  const first =
    fs.existsSync("/proc/cgroups") && /^memory\t[1-9]/m.test(fs.readFileSync("/proc/cgroups", "utf8"));
  const type = first ? ["-t", "cgroup", "-o", "memory"] : ["-t", "cgroup2"];
  execFileSync("mount", [...type, "memory", root]);
  if (!first) fs.writeFileSync(path.join(root, "cgroup.subtree_control"), "+memory");
  const group = path.join(root, path.basename(home.folder) + megabytes);
  fs.mkdirSync(group);
  fs.writeFileSync(path.join(group, first ? "memory.limit_in_bytes" : "memory.max"), `${megabytes}M`);
  const procs = path.join(group, "cgroup.procs");
  return {
    through: ["sh", "-c", `echo $$ > '${procs}'; exec "$@"`, "sh"],
    join: `echo $$ > '${procs}'`,
    [Symbol.dispose]() {
      // A program that was launched from it lives on elsewhere.
      for (const pid of fs.readFileSync(procs, "utf8").split("\n").filter(Boolean))
        fs.writeFileSync(path.join(root, "cgroup.procs"), pid);
      fs.rmdirSync(group);
      execFileSync("umount", [root]);
      fs.rmdirSync(root);
    },
  };
}

const LIMITS = [4, 8, 16, 24, 32, 40, 48, 56, 64, 80, 100];

test("A check that the kernel kills for its memory, at 4 to 100 MB: at most one program, and back with the next", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const ends: string[] = [];
  for (const megabytes of LIMITS) {
    using group = memoryGroup(home, megabytes);
    await endProgram(executable);
    const { code, signal, stderr } = await estatus(home.folder, ["check"], { through: group.through });
    expect(stderr).not.toMatch(/\n\s+at /);
    ends.push(`${signal ?? code}`);
    await expectBack(home, executable);
  }
  console.log(ends.join(", "));
  // Some were killed and some were not: else the limits are none.
  expect(ends).toContain("SIGKILL");
  expect(ends).toContain("1");
  const all = await outages(home, "Guarded");
  expect(all.map(({ ended_by }) => ended_by)).toEqual(LIMITS.map(() => "estatus"));
});

test("As little address space as a check can begin with, and less: back with the next check at the latest", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const limits = [100, 300, 600, 900, 1_200, 1_500, 2_000, 4_000];
  for (const megabytes of limits) {
    await endProgram(executable);
    const through = ["sh", "-c", `ulimit -c 0; ulimit -v ${megabytes * 1_000}; exec "$@"`, "sh"];
    await estatus(home.folder, ["check"], { through });
    await expectBack(home, executable);
  }
  expect(await outages(home, "Guarded")).toHaveLength(limits.length);
});

test("A program that the kernel kills for its memory is told as one that died, and is back when there is enough", async () => {
  using home = newHome();
  using group = memoryGroup(home, 16);
  const room = path.join(home.folder, "room");
  const idle = sleeper(home, "idle").executable;
  // `tail` keeps all of a file without a line break in memory.
  const hungry = script(
    home,
    "Hungry",
    `[ -e '${room}' ] && { '${idle}' 1000; exit; }\n${group.join}\ntail /dev/zero`,
  );
  configure(home, [{ ...hungry, survive: "3s", backoff_cap: "100ms" }]);
  await diesThreeTimes(home, hungry);
  fs.writeFileSync(room, "");
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  expect(processesOf(hungry.executable)).toHaveLength(1);
});
