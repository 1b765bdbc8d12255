import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { killed } from "../support/killed-check.ts";
import { processesOf, processesUnder } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";
import { until } from "../support/until.ts";

const ps = execFileSync("sh", ["-c", "command -v ps"], { encoding: "utf8" }).trim();

/** A PATH whose `ps` is this shell script; `$@` are the words it was called with. */
function pathWith(home: Home, text: string): { env: { PATH: string } } {
  const folder = path.join(home.folder, "bin");
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "ps"), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return { env: { PATH: `${folder}:${process.env["PATH"]}` } };
}

const row = "99999%05d 1 0 0.0 0.0 Sun Nov 22 10:00:00 2026 ";
const UNREADABLE: readonly (readonly [string, (home: Home) => string])[] = [
  ["fails", () => "exit 1"],
  ["is killed", () => "kill -9 $$"],
  ["says nothing", () => "exit 0"],
  ["says nonsense", () => "echo nonsense; echo 1 2 3"],
  ["leaves most of it out", () => `'${ps}' "$@" | head -n 2`],
  ["hangs", (home) => `exec '${sleeper(home, "idle").executable}' 1000`],
];

test.concurrent.for(UNREADABLE)(
  "A ps that %s is unknown: exit 3, nothing launched, nothing counted",
  async ([, fake]) => {
    using home = newHome();
    const program = await killed(home);
    const began = performance.now();
    const checked = await check(home, pathWith(home, fake(home)));
    expect(checked).toMatchObject({
      code: 3,
      stderr: "",
      programs: [{ state: "unknown", action: "nothing" }],
    });
    expect(performance.now() - began).toBeLessThan(35_000);
    expect(processesOf(program.executable)).toEqual([]);
    expect(processesOf(path.join(home.folder, "idle"))).toEqual([]);
    expect(await outages(home, "Guarded")).toEqual([]);
    expect(await check(home)).toMatchObject({ code: 1 });
  },
);

test.concurrent("A table that was not whole once is read again before anything is called unknown", async () => {
  using home = newHome();
  await killed(home);
  const once = `mkdir '${home.folder}/once' 2>/dev/null && { '${ps}' "$@" | head -n 2; exit; }`;
  const checked = await check(home, pathWith(home, `${once}\nexec '${ps}' "$@"`));
  expect(checked).toMatchObject({ code: 1, programs: [{ state: "up" }] });
  expect(fs.existsSync(path.join(home.folder, "once"))).toBe(true);
});

// Every byte but the one that ends a string; `printf` is given each as three octal digits.
const everyByte = Array.from(
  { length: 255 },
  (_, byte) => `\\${(byte + 1).toString(8).padStart(3, "0")}`,
).join("");

const STRANGE: readonly (readonly [string, string])[] = [
  ["20,000 processes", `'${ps}' "$@"; seq -f '${row.replace("%05d", "%05.0f")}sleep' 1 20000`],
  ["names of 4,096 characters", `'${ps}' "$@"; printf '${row}%04096d\\n' 1 7`],
  ["names with every byte", `'${ps}' "$@"; printf '${row}a${everyByte} b) Guarded\\n' 1`],
  ["names with line breaks", `'${ps}' "$@"; printf '${row}\\nGuarded\\n1 1 0\\n' 1`],
  ["numbers that are none", `echo 'x y z'; '${ps}' "$@"; echo '-1 -1 0 0.0 0.0 Guarded'`],
];

test.concurrent.for(STRANGE)("A process table with %s is read all the same", async ([, fake]) => {
  using home = newHome();
  const program = await killed(home);
  const options = pathWith(home, fake);
  expect(await check(home, options)).toMatchObject({ code: 1, stderr: "" });
  recorded(home, (db) => db.prepare("UPDATE sight SET looks_since_listing = 9").run());
  expect(await check(home, options)).toMatchObject({
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
  const options = pathWith(home, `'${ps}' "$@"; kill -9 ${pid} 2>/dev/null; sleep 0.1`);
  expect(await check(home, options)).toMatchObject({
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
  // Two of them run side by side: only one can make the folder.
  const starts = `mkdir '${once}' 2>/dev/null && { setsid '${program.executable}' 1000 >/dev/null 2>&1 </dev/null & }`;
  // As long as a list takes on a slow machine: a look that is older than a tenth of a second is never the last one.
  const options = pathWith(home, `'${ps}' "$@"; ${starts}; sleep 0.2`);
  expect(await check(home, options)).toMatchObject({
    code: 1,
    programs: [{ attempt: { result: "superseded" } }],
  });
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(await outages(home, "Guarded")).toMatchObject([{ kind: "missing", ended_by: "someone-else" }]);
});

test.concurrent.for([
  ["empty", ""],
  ["unset", undefined],
])("With the PATH %s the process table is read, and the program brought back", async ([, PATH]) => {
  using home = newHome();
  const program = await killed(home);
  expect(await check(home, { env: { PATH } })).toMatchObject({ code: 1, stderr: "" });
  expect(processesOf(program.executable)).toHaveLength(1);
});
