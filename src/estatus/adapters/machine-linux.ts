import fs from "node:fs";
import path from "node:path";
import type { ProcessFacts, Wanted } from "../core/match.ts";
import type { Moment } from "../core/moment.ts";
import type { Identity } from "../core/identity.ts";
import type { Ends } from "./follow.ts";
import type { Followed, ListedProcess, LiveProcess, Machine } from "./ports.ts";
import { atOneInstant } from "./at-one-instant.ts";
import { sinceBoot, TICK_MS } from "./boot-clock.ts";
import { readLogonTime } from "./logon-linux.ts";
import { executableOf, readProc, runsFile } from "./proc-file.ts";
import { asKernelKeeps, listProcesses } from "./proc-list.ts";
import { interpretersOf, scriptOf } from "./proc-script.ts";
import { parseStat } from "./proc-stat.ts";
import { realPath } from "./real-path.ts";

/** The questions of a check, answered from /proc. */
export function linuxMachine(): Machine {
  return {
    pathsIgnoreCase: false,
    moment,
    // No file or call says so for every desktop; systemd ends the check itself together with the session.
    sessionEnding: () => false,
    live,
    follow: followAll,
    list: async () => listProcesses(),
    wanted,
    facts,
    windowHung: () => false,
    askToClose,
    runsAs: () => null,
    crashedAt: async () => null,
  };
}

function moment(): Moment {
  return {
    ...atOneInstant(clocks),
    bootId: readBootId(),
    loggedOnAt: readLogonTime(),
  };
}

let bootId: string | undefined;

// No process outlives a boot.
function readBootId(): string {
  return (bootId ??= fs.readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim());
}

const clocks = () => ({
  at: Date.now(),
  elapsed: sinceBoot(),
  // hrtime is CLOCK_MONOTONIC, which stands still while the machine sleeps.
  awake: Math.round(Number(process.hrtime.bigint() / 1_000_000n)),
});

function live(pid: number, { at, elapsed, bootId }: Moment): LiveProcess | null {
  const stat = parseStat(readProc(pid, "stat"));
  if (stat === null || stat.ended) return null;
  const age = Math.max(0, elapsed - stat.startTicks * TICK_MS);
  return { identity: { pid, token: `${stat.startTicks}@${bootId}`, startedAt: at - age }, age };
}

// Only a watch follows, and it has the time to load what that takes.
async function followAll(identities: readonly Identity[], moment: Moment): Promise<Followed> {
  const { follow } = await import("./follow.ts");
  return follow(await ends(), live, identities, moment);
}

let loaded: Ends<number> | null | undefined;

async function ends(): Promise<Ends<number> | null> {
  if (loaded === undefined) loaded = await (await import("./pidfd.ts")).loadPidfds().catch(() => null);
  return loaded;
}

function wanted(executable: string): Wanted {
  const real = realPath(executable);
  const names = [...new Set([path.basename(executable), path.basename(real)])];
  return {
    names,
    paths: [...new Set([executable, real])],
    // A name that the kernel cut, and the interpreter that a script hides behind.
    listedAs: [...names, ...names.map(asKernelKeeps), ...interpretersOf(real)],
  };
}

function facts(listed: ListedProcess, sought: Wanted): ProcessFacts | null {
  const stat = parseStat(readProc(listed.pid, "stat"));
  if (stat === null || stat.ended) return null;
  const own = { pid: listed.pid, ppid: stat.ppid, ownSession: ownerOf(listed.pid) };
  const exe = executableOf(listed.pid);
  if (exe === undefined) return null;
  if (exe === null)
    return { ...own, name: sought.names.find(isCalled(listed.name)) ?? listed.name, path: null };
  const program =
    sought.paths.find((file) => file === exe) ??
    sought.paths.find((file) => runsFile(listed.pid, file)) ??
    scriptOf(listed.pid, exe, sought.paths);
  const shown = program ?? exe;
  return { ...own, name: path.basename(shown), path: shown };
}

const isCalled = (listed: string) => (name: string) => asKernelKeeps(name) === listed;

async function askToClose(pid: number): Promise<boolean> {
  try {
    return process.kill(pid, "SIGTERM");
  } catch {
    // Gone in between, or not ours to ask.
    return false;
  }
}

function ownerOf(pid: number): boolean | null {
  const uid = /^Uid:\s+(\d+)/m.exec(readProc(pid, "status") ?? "")?.[1];
  return uid === undefined ? null : Number(uid) === process.getuid?.();
}
