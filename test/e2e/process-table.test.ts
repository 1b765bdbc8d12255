import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { killed } from "../support/killed-check.ts";
import { seeing, type OtherProc } from "../support/other-proc.ts";
import { processesOf, processesUnder } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";
import { until } from "../support/until.ts";

const UNREADABLE: readonly (readonly [string, OtherProc])[] = [
  ["that may not be read", { fails: "EACCES" }],
  ["with a broken disk below", { fails: "EIO" }],
  ["that is not there", { fails: "ENOENT" }],
  ["that is empty", { shows: [] }],
  ["that shows another system's processes", { shows: ["1", "2", "self", "uptime"] }],
];

test.concurrent.for(UNREADABLE)(
  "A /proc %s is unknown: exit 3, nothing launched, nothing counted",
  async ([, other]) => {
    using home = newHome();
    const program = await killed(home);
    const checked = await check(home, seeing(other));
    expect(checked).toMatchObject({
      code: 3,
      stderr: "",
      programs: [{ state: "unknown", action: "nothing", opened: null }],
    });
    expect(checked.programs[0]!.detail).toContain("/proc");
    expect(processesOf(program.executable)).toEqual([]);
    expect(await outages(home, "Guarded")).toEqual([]);
    expect(await check(home)).toMatchObject({ code: 1 });
    expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "estatus" }]);
  },
);

test.concurrent("The process that is remembered is seen without a table", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const { programs } = await check(home);
  const { pid } = programs[0]!;
  expect(await check(home, seeing({ fails: "EIO" }))).toMatchObject({
    code: 0,
    programs: [{ state: "up", pid }],
  });
});

const STRANGE: readonly (readonly [string, OtherProc])[] = [
  ["20,000 processes that are gone", { gone: 20_000 }],
  ["names that are no pids", { adds: ["0", "-1", "1e3x", "self", "", " ", "Guarded", "9".repeat(400)] }],
];

test.concurrent.for(STRANGE)("A /proc with %s is read all the same", async ([, other]) => {
  using home = newHome();
  const program = await killed(home);
  expect(await check(home, seeing(other))).toMatchObject({ code: 1, stderr: "" });
  recorded(home, (db) => db.prepare("UPDATE sight SET looks_since_listing = 9").run());
  expect(await check(home, seeing(other))).toMatchObject({
    code: 0,
    stderr: "",
    programs: [{ state: "up", copies: 1 }],
  });
  expect(processesOf(program.executable)).toHaveLength(1);
});

test.concurrent.for([
  "a b (1)",
  "ñandú € 💾",
  "quotes'\"`$(x)",
  "-rf",
  "line\nbreak",
  "x".repeat(200),
  "CON.exe",
  ") Z 1",
])("A program called %j is found, and launched once", async (name) => {
  using home = newHome();
  const program = { ...sleeper(home, name), name: "Strange" };
  configure(home, [program]);
  const { code, programs } = await check(home);
  expect(code).toBe(1);
  // Without its memory the checker has only the table to go by.
  recorded(home, (db) => db.exec("DELETE FROM sight"));
  expect(await check(home)).toMatchObject({ programs: [{ state: "up", copies: 1, pid: programs[0]!.pid }] });
  expect(processesOf(program.executable)).toHaveLength(1);
});

// Every byte but the one that ends a string; `printf` is given each as three octal digits.
const everyByte = Array.from(
  { length: 255 },
  (_, byte) => `\\${(byte + 1).toString(8).padStart(3, "0")}`,
).join("");

test.concurrent("Real processes with every byte in their names and arguments, and with 4,096 characters, lead nobody astray", async () => {
  using home = newHome();
  const program = await killed(home);
  // A file name holds every byte but the slash.
  const name = everyByte.replace("\\057", "");
  const text = `cp '${program.executable}' "$1/$(printf '${name.slice(0, 480)}')"; cp '${program.executable}' "$1/$(printf '${name.slice(480)}')"
    for file in "$1"/*; do "$file" 1000 & done
    exec -a "$(printf '%04096d Guarded' 7)" "$1/$(printf '${name.slice(480)}')" 1000`;
  const others = path.join(home.folder, "others");
  fs.mkdirSync(others);
  const started = spawn("bash", ["-c", text, "bash", others], { stdio: "ignore" });
  await until(
    "they run",
    () =>
      processesUnder(others).length >= 3 &&
      fs.readFileSync(`/proc/${started.pid}/cmdline`, "latin1").startsWith("0000"),
  );
  expect(await check(home)).toMatchObject({ code: 1, stderr: "" });
  recorded(home, (db) => db.prepare("UPDATE sight SET looks_since_listing = 9").run());
  expect(await check(home)).toMatchObject({ code: 0, stderr: "", programs: [{ state: "up", copies: 1 }] });
  expect(processesOf(program.executable)).toHaveLength(1);
});

test.concurrent("A process that ends while the table is read is missing, though the table shows it", async () => {
  using home = newHome();
  const program = await killed(home);
  expect(await check(home)).toMatchObject({ code: 1 });
  recorded(home, (db) => db.prepare("UPDATE sight SET looks_since_listing = 9, pid = NULL").run());
  const [pid] = processesOf(program.executable);
  const ends = `kill -9 ${pid}; while kill -0 ${pid} && ! grep -q '^State:.Z' /proc/${pid}/status; do :; done; true`;
  expect(await check(home, seeing({ meanwhile: ends }))).toMatchObject({
    code: 1,
    programs: [{ attempt: { result: "survived" } }],
  });
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(processesOf(program.executable)).not.toEqual([pid]);
});

test.concurrent("A program that somebody starts while the table is read is seen before another is launched", async () => {
  using home = newHome();
  const program = await killed(home);
  const once = path.join(home.folder, "once");
  const starts = `mkdir '${once}' && { setsid '${program.executable}' 1000 >/dev/null 2>&1 </dev/null & }`;
  // As long as a list takes on a slow machine: a look that is older than a tenth of a second is never the last one.
  const options = seeing({ meanwhile: `${starts}; sleep 0.2` });
  expect(await check(home, options)).toMatchObject({
    code: 1,
    programs: [{ attempt: { result: "superseded" } }],
  });
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "someone-else" }]);
});
