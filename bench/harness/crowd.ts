import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { once } from "node:events";

/** How many processes one shell holds; its own bookkeeping grows with their square. */
const A_SHELL = 500;
/** Left free for everybody else on the machine. */
const SPARE = 2_000;
/** Some machines slow down with every process they have to keep account of: then what is there by now must do. */
const PATIENCE_MS = 20_000;

/** Each member waits for a pipe that nobody writes to: it ends by itself when the pipe closes, whatever becomes of us. */
const MEMBERS = "exec 3<&0; i=0; while [ $i -lt $1 ]; do (read _ <&3) & i=$((i+1)); done; echo ready; wait";

export type Crowd = { readonly size: number } & AsyncDisposable;

/** Starts `wanted` processes that do nothing, or as many as the machine allows; `size` says how many there are. */
export async function gather(wanted: number): Promise<Crowd> {
  const most = Math.min(wanted, roomFor());
  const began = performance.now();
  let size = 0;
  const shells: ChildProcess[] = [];
  while (size < most && performance.now() - began < PATIENCE_MS) {
    const members = Math.min(most - size, A_SHELL);
    const words = ["-c", MEMBERS, "crowd", String(members)];
    const shell = spawn("/bin/sh", words, { stdio: ["pipe", "pipe", "inherit"] });
    shells.push(shell);
    await once(shell.stdout, "data");
    size += members;
  }
  return {
    size,
    async [Symbol.asyncDispose]() {
      for (const shell of shells) {
        const gone = once(shell, "close");
        shell.stdin!.end();
        await gone;
      }
    },
  };
}

function roomFor(): number {
  const limits = ["/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max"].map((file) =>
    Number(fs.readFileSync(file, "utf8")),
  );
  const running = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).length;
  return Math.max(0, Math.min(...limits) - running - SPARE);
}
