import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, script, sleeper, type Guarded } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";
import { startProgram } from "../support/start-program.ts";
import { until } from "../support/until.ts";

/** A guarded program that a first check has brought up. */
async function guarded(
  home: Home,
  program: Guarded = sleeper(home),
): Promise<{ program: Guarded; pid: number }> {
  configure(home, [program]);
  const { code, programs } = await check(home);
  expect(code).toBe(1);
  return { program, pid: programs[0]!.pid! };
}

async function end(pid: number): Promise<void> {
  kill([pid]);
  await until("the program is gone", () => !isAlive(pid));
}

/** Has the next check list all processes, as every tenth does. */
const listNext = (home: Home) =>
  recorded(home, (db) => db.prepare("UPDATE sight SET looks_since_listing = 9").run());

test("A zombie is missing, not up", async () => {
  using home = newHome();
  const program = sleeper(home);
  const idle = sleeper(home, "idle").executable;
  const parent = script(home, "parent", `'${program.executable}' 1000 &\nexec '${idle}' 1000`);
  startProgram(parent);
  const [pid] = await until("the program runs", () => {
    const found = processesOf(program.executable);
    return found.length === 1 && processesOf(idle).length === 1 ? found : null;
  });
  configure(home, [program]);
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ pid }] });
  await end(pid!);
  expect(fs.readFileSync(`/proc/${pid}/stat`, "utf8")).toContain(") Z ");
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "estatus" }]);
});

test("A pid that another program has now is not the program", async () => {
  using home = newHome();
  const { program, pid } = await guarded(home);
  const other = startProgram(sleeper(home, "Other"));
  await end(pid);
  recorded(home, (db) => db.prepare("UPDATE sight SET pid = ?").run(other.pid));
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ action: "launch" }] });
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(isAlive(other.pid)).toBe(true);
  expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "estatus" }]);
});

test("A program of the same name in another folder is another program", async () => {
  using home = newHome();
  const elsewhere = path.join(home.folder, "elsewhere");
  fs.mkdirSync(elsewhere);
  const namesake = startProgram(sleeper({ ...home, folder: elsewhere }));
  const { program, pid } = await guarded(home);
  expect(processesOf(program.executable)).toEqual([pid]);
  listNext(home);
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ state: "up", copies: 1, pid }] });
  expect(isAlive(namesake.pid)).toBe(true);
});

test.runIf(process.getuid?.() === 0)(
  "Another user's copy of the same program is not this user's",
  async () => {
    using home = newHome();
    fs.chmodSync(home.folder, 0o755);
    const program = sleeper(home);
    const theirs = spawn(program.executable, ["1000"], { uid: 65_534, gid: 65_534, stdio: "ignore" });
    await until("it runs", () => processesOf(program.executable).length === 1);
    const { pid } = await guarded(home, program);
    expect(pid).not.toBe(theirs.pid);
    listNext(home);
    expect(await check(home)).toMatchObject({ code: 0, programs: [{ state: "up", copies: 1, pid }] });
    expect(isAlive(theirs.pid!)).toBe(true);
  },
);

test("Copies are reported and none is ended", async () => {
  using home = newHome();
  const { program, pid } = await guarded(home);
  const second = startProgram(program);
  await until("both run", () => processesOf(program.executable).length === 2);
  listNext(home);
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ state: "duplicated", copies: 2, pid }] });
  expect([pid, second.pid].map(isAlive)).toEqual([true, true]);
  expect(await outages(home, "Guarded")).toEqual([]);
});

test.for(["replaced", "renamed"])(
  "A program whose file is %s while it runs is not launched twice",
  async (how) => {
    using home = newHome();
    const { program, pid } = await guarded(home);
    if (how === "renamed") fs.renameSync(program.executable, `${program.executable}.old`);
    else fs.unlinkSync(program.executable);
    sleeper(home);
    listNext(home);
    expect(await check(home)).toMatchObject({ code: 0, programs: [{ state: "up", copies: 1, pid }] });
    expect(await outages(home, "Guarded")).toEqual([]);
  },
);

test("A program that forks and leaves its child to run is that child", async () => {
  using home = newHome();
  const idle = sleeper(home, "idle").executable;
  const program = script(
    home,
    "Forker",
    `if [ "$1" = child ]; then '${idle}' 1000; exit; fi\n"$0" child &\nexit 0`,
  );
  configure(home, [program]);
  const first = await check(home);
  const [pid] = processesOf(program.executable);
  const later = await check(home);
  expect([first.code, later.code]).toEqual([1, 0]);
  expect(processesOf(program.executable)).toEqual([pid]);
  expect(later).toMatchObject({ programs: [{ state: "up", copies: 1, pid }] });
});
