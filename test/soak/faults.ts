import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { heartbeatIn } from "../agenda/launch.ts";
import { check } from "../support/commands.ts";
import { estatus, startEstatus, type RunOptions } from "../support/estatus.ts";
import { seeing } from "../support/other-proc.ts";
import { kill, processesOf } from "../support/processes.ts";
import { age, recorded, setClock, sleepFor } from "../support/recorded.ts";
import { startProgram } from "../support/start-program.ts";
import { until } from "../support/until.ts";
import { addContact, atMostOne, endProgram, look, settle, type World } from "./world.ts";

/** Causes something for real and says in `world.expected` what must be recorded of it. */
export type Fault = (world: World) => Promise<void>;

const SECOND = 1_000;
const between = ({ random }: World, from: number, to: number) => Math.floor(from + random() * (to - from));

async function endAgenda(world: World, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  await addContact(world);
  const when = await endProgram(world.agenda, signal);
  world.contactsAtStart = world.counts.contacts;
  const cause = signal === "SIGKILL" ? "killed" : "closed";
  world.expected.push({ program: "Agenda", ...when, kinds: ["missing"], causes: [cause] });
}

async function endPlain(world: World, kinds: readonly string[] = ["missing"]): Promise<void> {
  const when = await endProgram(world.plain, "SIGKILL");
  world.expected.push({ program: "Plain", ...when, kinds });
}

async function brokenCheck(world: World, options: RunOptions, codes: readonly number[]): Promise<void> {
  const { code, stdout, stderr } = await look(world, options);
  if (!codes.includes(code ?? -1))
    throw new Error(`exit ${code}, not ${codes.join(" or ")}: ${stdout}${stderr}`);
}

const shell = (text: string) => ["sh", "-c", `${text}; exec "$@"`, "sh"];

export const FAULTS: Readonly<Record<string, Fault>> = {
  "nothing at all": async (world) => brokenCheck(world, {}, [0]),
  "Agenda killed": (world) => endAgenda(world, "SIGKILL"),
  "Agenda closed": (world) => endAgenda(world, "SIGTERM"),
  "both killed": async (world) => {
    await endAgenda(world, "SIGKILL");
    await endPlain(world);
  },
  "Agenda killed and reopened by the user": async (world) => {
    await endAgenda(world, "SIGKILL");
    const { pid } = startProgram(world.agenda);
    await until("Agenda beats", () => heartbeatIn(world.home.agenda)["pid"] === pid);
    // Until a check saw it, nobody can know the cause.
    const last = world.expected.pop()!;
    world.expected.push({ program: "Agenda", from: last.from, to: Date.now(), kinds: ["restarted"] });
  },
  "the check killed": async (world) => {
    await endPlain(world);
    const { child, ended } = startEstatus(world.home.folder, ["check"]);
    await sleep(between(world, 0, 900));
    child.kill("SIGKILL");
    // Some have ended before.
    if ((await ended).signal === "SIGKILL") world.counts.killedChecks += 1;
    atMostOne(world);
  },
  "three checks at once": async (world) => {
    await endPlain(world);
    await Promise.all([1, 2, 3].map(() => check(world.home)));
    world.counts.checks += 3;
    atMostOne(world);
  },
  "a second copy for a while": async (world) => {
    const { pid } = startProgram(world.plain);
    const { code } = await check(world.home);
    if (code !== 0) throw new Error(`exit ${code} with two copies`);
    kill([pid]);
    await until("the copy is gone", () => processesOf(world.plain.executable).length === 1);
  },
  "a process table that cannot be read": async (world) => {
    await endPlain(world);
    await brokenCheck(world, seeing({ fails: "EIO" }), [3]);
  },
  "a full disk": async (world) => {
    // Where not even the spool can be written, the outage is seen by its new process alone.
    await endPlain(world, ["missing", "restarted"]);
    const limit = `trap "" XFSZ; ulimit -f ${between(world, 0, 200)}`;
    await brokenCheck(world, { through: shell(limit), env: { NODE_COMPILE_CACHE: undefined } }, [0, 1, 2]);
  },
  "a store in use by another for a moment": async (world) => {
    await endPlain(world);
    const locked = Promise.withResolvers<void>();
    setTimeout(locked.resolve, between(world, 100, 1_500));
    const db = recorded(world.home, (store) => store.name);
    const { openDatabase } = await import("../../src/sqlite/open.ts");
    const holder = openDatabase(db);
    holder.exec("BEGIN IMMEDIATE");
    const checked = look(world);
    await locked.promise;
    holder.close();
    await checked;
  },
  "a store damaged": async (world) => {
    const file = path.join(world.home.estatus, "estatus.db");
    const bytes = fs.readFileSync(file);
    const at = between(world, 0, bytes.length - 4_096);
    fs.writeFileSync(file, bytes.fill(0xa5, at, at + 4_096));
    await settle(world);
    await estatus(world.home.folder, ["doctor", "--repair"]);
    await settle(world);
    world.counts.newStores += 1;
    world.known = recorded(
      world.home,
      (db) => db.prepare("SELECT coalesce(max(id), 0) FROM outage").pluck().get() as number,
    );
  },
  "a pause": async (world) => {
    await estatus(world.home.folder, ["pause", "1h", "--program", "Plain"]);
    await endProgram(world.plain, "SIGKILL");
    await brokenCheck(world, {}, [1]);
    const from = Date.now();
    await estatus(world.home.folder, ["resume", "--program", "Plain"]);
    world.expected.push({ program: "Plain", from, to: Date.now(), kinds: ["missing"] });
  },
  "a watch, ended by SIGTERM": async (world) => {
    const { child, ended } = startEstatus(world.home.folder, ["watch", "--every", "1s"]);
    await endPlain(world);
    await until("it is back", () => processesOf(world.plain.executable).length === 1);
    child.kill("SIGTERM");
    const { code, stderr } = await ended;
    if (code !== 0 || stderr !== "") throw new Error(`watch: exit ${code}: ${stderr}`);
  },
  "a clock that is set": async (world) => {
    setClock(world.home, between(world, -1_800, 1_800) * SECOND);
    await brokenCheck(world, {}, [0]);
    await endPlain(world);
  },
  "a time without checks": async (world) => {
    age(world.home, between(world, 10, 1_200) * SECOND);
    await brokenCheck(world, {}, [0]);
  },
  "a sleep": async (world) => {
    sleepFor(world.home, between(world, 300, 1_200) * SECOND);
    await brokenCheck(world, {}, [0]);
  },
  "Agenda stopped for a moment": async (world) => {
    const pids = processesOf(world.agenda.executable);
    kill(pids, "SIGSTOP");
    await brokenCheck(world, {}, [0]);
    kill(pids, "SIGCONT");
  },
};
