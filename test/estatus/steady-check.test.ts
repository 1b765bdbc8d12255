import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/estatus/store/store.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { startProgram } from "../support/start-program.ts";

let home: Home;
let pid: number;
beforeEach(async () => {
  home = newHome();
  const program = sleeper(home);
  configure(home, [program]);
  ({ pid } = startProgram(program));
  await check();
});
afterEach(() => home[Symbol.dispose]());

const check = () => estatus(home.folder, ["check"]);
const file = (name: string) => path.join(home.estatus, name);
const bytesOf = (name: string) => fs.readFileSync(file(name)).toString("base64");
const steady = () => JSON.parse(fs.readFileSync(file("steady.json"), "utf8"));
const checkedAt = () => steady().programs.Guarded.checkedAt as number;

async function coveredUntil(): Promise<number> {
  const { stdout } = await estatus(home.folder, ["status", "--json"]);
  return Date.parse(JSON.parse(stdout).programs[0].last_check_at);
}

test("A check that finds everything as it was leaves the store alone, and is recorded beside it", async () => {
  const before = { store: bytesOf("estatus.db"), log: bytesOf("estatus.db-wal"), at: checkedAt() };
  const { code, stdout } = await check();
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`is up (pid ${pid}`) });
  expect({ store: bytesOf("estatus.db"), log: bytesOf("estatus.db-wal") }).toEqual({
    store: before.store,
    log: before.log,
  });
  expect(checkedAt()).toBeGreaterThan(before.at);
});

test("What steady checks saw is in the store for whoever reads it next", async () => {
  await check();
  const seen = checkedAt();
  expect(await coveredUntil()).toBe(seen);
});

test("A report knows how far apart checks are since the last one, also where that was a steady one", async () => {
  configure(home, [sleeper(home)], "1h");
  await check();
  await estatus(home.folder, ["status"]);
  const db = openStore(home.estatus);
  expect(db.prepare("SELECT interval_ms FROM sight").pluck().all()).toEqual([3_600_000]);
  db.close();
});

test("Whatever is written to the store ends the word of what lies beside it: a pause holds at once", async () => {
  await check();
  await estatus(home.folder, ["pause", "1h"]);
  process.kill(pid, "SIGKILL");
  const { code, stdout } = await check();
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining("paused") });
});

test.each([
  ["cut short", (text: string) => text.slice(0, text.length / 2)],
  ["empty", () => ""],
  ["in another form", (text: string) => text.replace(/"format":\d+/, '"format":0')],
  ["with a word for a number", (text: string) => text.replace(/"elapsed":\d+/, '"elapsed":"soon"')],
  ["without a program", (text: string) => text.replace('"Guarded"', '"Another"')],
])(
  "Beside the store lies a file %s: the check opens the store, and the next one need not",
  async (_, spoil) => {
    fs.writeFileSync(file("steady.json"), spoil(fs.readFileSync(file("steady.json"), "utf8")));
    expect((await check()).code).toBe(0);
    expect(steady().programs.Guarded.state).toBe("up");
    const log = bytesOf("estatus.db-wal");
    expect((await check()).code).toBe(0);
    expect(bytesOf("estatus.db-wal")).toBe(log);
  },
);

test("Another process in the place of the remembered one is an outage, steady checks or not", async () => {
  await check();
  process.kill(pid, "SIGKILL");
  const { pid: other } = startProgram(sleeper(home));
  const { code } = await check();
  expect(code).toBe(1);
  const { stdout } = await estatus(home.folder, ["report", "--format", "json"]);
  const [outage] = JSON.parse(stdout).outages;
  expect(outage).toMatchObject({ kind: "restarted", ended_by: "someone-else" });
  expect(steady().programs.Guarded.identity.pid).toBe(other);
});

test("A log that has grown long is brought into the store, and every check reads less again", async () => {
  const db = openStore(home.estatus);
  db.pragma("wal_autocheckpoint = 0");
  db.exec("CREATE TABLE filler (bytes BLOB); DROP TABLE filler");
  for (let i = 0; i < 300; i++) db.pragma(`application_id = ${i}`);
  // The log as a process that was ended leaves it.
  const log = fs.readFileSync(file("estatus.db-wal"));
  const store = fs.readFileSync(file("estatus.db"));
  db.close();
  fs.writeFileSync(file("estatus.db"), store);
  fs.writeFileSync(file("estatus.db-wal"), log);
  expect(log.length).toBeGreaterThan(1_000_000);
  expect((await check()).code).toBe(0);
  expect(fs.existsSync(file("estatus.db-wal"))).toBe(false);
  expect((await check()).code).toBe(0);
});
