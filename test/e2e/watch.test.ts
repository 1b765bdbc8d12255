import fs from "node:fs";
import { expect, test } from "vitest";
import { readSteady } from "../../src/estatus/store/steady-file.ts";
import { CLOCK_ERROR_MS } from "../support/clock-error.ts";
import { outages, check } from "../support/commands.ts";
import { estatus, singleExecutable, startEstatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { recorded } from "../support/recorded.ts";
import { until } from "../support/until.ts";

const lastLook = (home: Home) =>
  recorded(home, (db) => db.prepare("SELECT looked_at FROM sight").pluck().get() as number);

/** How often a program was looked at since the processes were last listed. */
const looks = (home: Home, name: string) => readSteady(home.estatus)?.programs[name]?.looksSinceListing ?? 0;

/** How often a process has gone to sleep of its own accord. */
const wakings = (pid: number) =>
  Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))![1]);

test.concurrent("watch looks again and again, brings back what goes, and SIGTERM ends it with exit 0", async () => {
  using home = newHome();
  const program = sleeper(home);
  configure(home, [program]);
  const { child, ended } = startEstatus(home.folder, ["watch", "--every", "1s"]);
  for (const _ of [1, 2]) {
    const [pid] = await until("the program runs", () => {
      const found = processesOf(program.executable);
      return found.length === 1 ? found : null;
    });
    await until("it has proved itself", () =>
      recorded(home, (db) => db.prepare("SELECT 1 FROM sight WHERE state = 'up' AND pid = ?").get(pid)),
    );
    const seen = lastLook(home);
    await until("it was looked at again", () => lastLook(home) > seen);
    kill([pid!]);
    await until("the program is gone", () => !isAlive(pid!));
  }
  await until("it is back", () => processesOf(program.executable).length === 1);
  child.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.match(/is up again/g)?.length).toBeGreaterThanOrEqual(1);
  // The check in hand was finished: nothing is left open.
  expect(await check(home)).toMatchObject({ code: 0 });
  const all = await outages(home, "Guarded");
  expect(all.map(({ ended_by }) => ended_by)).toEqual(["estatus", "estatus"]);
});

test.concurrent("SIGTERM while a launched program proves itself lets that check finish", async () => {
  using home = newHome();
  const program = { ...sleeper(home), survive: "2s" };
  configure(home, [program]);
  const { child, ended } = startEstatus(home.folder, ["watch", "--every", "1s"]);
  await until("the program was launched", () => processesOf(program.executable).length === 1);
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: "" });
  expect(recorded(home, (db) => db.prepare("SELECT result FROM attempt").pluck().all())).toEqual([
    "survived",
  ]);
});

test.concurrent("Between two checks watch notices at once that the program ended, however long the interval", async () => {
  using home = newHome();
  const program = sleeper(home);
  configure(home, [program]);
  const watch = startEstatus(home.folder, ["watch", "--every", "10m"]);
  const { lookedAt } = await until(
    "it has proved itself",
    () => readSteady(home.estatus)?.programs["Guarded"],
  );
  const [first] = processesOf(program.executable);
  await until("that check is long past", () => Date.now() > lookedAt + 2_000);
  // By now nothing else wakes it.
  const before = wakings(watch.child.pid!);
  await until("it was looked for without a check", () => wakings(watch.child.pid!) > before + 5);
  // Whoever asks brings into the store what is noted beside it: what the watch sees counts all the same.
  await estatus(home.folder, ["status"]);
  const ended = Date.now();
  kill([first!]);
  await until("it is back", () => processesOf(program.executable).some((pid) => pid !== first));
  watch.child.kill("SIGTERM");
  expect(await watch.ended).toMatchObject({ code: 0, stderr: "" });
  const [outage, ...others] = await outages(home, "Guarded");
  expect({ outage, others }).toMatchObject({ outage: { kind: "missing", ended_by: "estatus" }, others: [] });
  // It was seen alive long after the last check.
  expect(Date.parse(outage!.earliest_start)).toBeGreaterThan(lookedAt + 2 * CLOCK_ERROR_MS);
  expect(Date.parse(outage!.latest_start)).toBeGreaterThanOrEqual(ended - CLOCK_ERROR_MS);
});

test.concurrent("Of two programs that stay up each is told of once, however often they are looked at", async () => {
  using home = newHome();
  configure(home, [sleeper(home, "One"), sleeper(home, "Other")]);
  const { child, ended } = startEstatus(home.folder, ["watch", "--every", "1s"]);
  for (const name of ["One", "Other"])
    await until(`${name} was looked at often`, () => looks(home, name) > 2);
  child.kill("SIGTERM");
  const { stdout } = await ended;
  // Launched and up again, and then up: nothing is said a third time.
  expect(stdout.match(/^One is up/gm)!.length).toBeLessThanOrEqual(2);
  expect(stdout.match(/^Other is up/gm)!.length).toBeLessThanOrEqual(2);
});

test.concurrent("The executable looks again and again too, on a node-schedule without cron expressions", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const words = ["watch", "--every", "1s"];
  const { child, ended } = startEstatus(home.folder, words, { checker: singleExecutable });
  await until("it looked again and again", () => looks(home, "Guarded") > 1);
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test.concurrent("watch --for goes on for as long as it was told to, months too, and says nothing of its own", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const { child, ended } = startEstatus(home.folder, ["watch", "--every", "1s", "--for", "60d"]);
  const first = await until("it has looked", () => readSteady(home.estatus)?.programs["Guarded"]?.lookedAt);
  await until(
    "it looked again",
    () => readSteady(home.estatus)!.programs["Guarded"]!.lookedAt > first + 2_000,
  );
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test.concurrent("watch --for ends by itself", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const began = performance.now();
  expect(await estatus(home.folder, ["watch", "--every", "1s", "--for", "2s"])).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(performance.now() - began).toBeGreaterThan(2_000);
});
