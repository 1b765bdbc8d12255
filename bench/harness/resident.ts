import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage.ts";

/** A process that stays. Disposing of it asks it to end, and then makes it. */
export type Resident = { readonly pid: number; readonly diary: () => string } & AsyncDisposable;

/** Starts a process that stays, in a stage's environment; what it says is kept. */
export function startResident(stage: Stage, argv: readonly string[]): Resident {
  const diary = path.join(stage.folder, "diary");
  const output = fs.openSync(diary, "a");
  const [file, ...words] = argv;
  const env = { ...stage.env, PM2_HOME: path.join(stage.folder, "pm2") };
  const child = spawn(file!, words, { env, cwd: stage.folder, stdio: ["ignore", output, output] });
  fs.closeSync(output);
  const gone = once(child, "exit");
  return {
    pid: child.pid!,
    diary: () => fs.readFileSync(diary, "utf8"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      const asked = await Promise.race([gone, sleep(3_000, null, { ref: false })]);
      if (asked === null) child.kill("SIGKILL");
      await gone;
    },
  };
}

/** CPU time so far in ms, of the process, its threads and the children that it has waited for. */
export function cpuOf(pid: number): number {
  const threads = fs.readdirSync(`/proc/${pid}/task`);
  const own = threads.reduce(
    (sum, thread) => sum + Number(read(pid, `task/${thread}/schedstat`).split(" ")[0]),
    0,
  );
  // After the name, which may hold anything: state is field 3 of proc(5)'s list, cutime 16 and cstime 17.
  const fields = read(pid, "stat")
    .replace(/^.*\) /s, "")
    .split(" ");
  const TICK_MS = 10;
  return own / 1e6 + (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/** Resident memory now, in MB. */
export function residentMemory(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(pid, "status"))![1]) / 1024;
}

const read = (pid: number, file: string) => fs.readFileSync(`/proc/${pid}/${file}`, "utf8");
