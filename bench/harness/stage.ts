import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { hostExecutable } from "../../packaging/paths.ts";
import { sleeper, type Guarded } from "../../test/support/guarded.ts";
import { newHome, type Home } from "../../test/support/home.ts";
import type { Command } from "./measure.ts";

/** A home of its own and a name that no other process on this machine has. */
export type Stage = Home & { readonly env: Readonly<Record<string, string>>; readonly program: Guarded };

/** The shipped checker. */
export const estatusFile = hostExecutable("estatus");

/** A place for one group; whatever runs from it ends with the group. */
export function newStage(): Stage {
  const home = newHome();
  // The kernel keeps 15 characters of a name, and psutil looks for that.
  const name = `bench-${path.basename(home.folder).slice(-6)}`;
  return { ...home, env: environmentOf(home), program: sleeper(home, name, 100_000) };
}

function environmentOf(home: Home): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin",
    HOME: home.folder,
    TMPDIR: path.join(home.folder, "tmp"),
    ESTATUS_HOME: home.estatus,
    AGENDA_HOME: home.agenda,
    ESTATUS_LANG: "en",
  };
}

/** The shipped checker with these words. */
export function estatus(stage: Stage, ...words: string[]): Command {
  return { argv: [estatusFile, ...words], env: stage.env };
}

/** The floor: the same Node, doing nothing. */
export function bareNode(stage: Stage): Command {
  return { argv: [process.execPath, "-e", "0"], env: stage.env };
}

/** The check as a Python script does it, over a store of its own. */
export function psutilCheck(stage: Stage, program: Guarded = stage.program): Command {
  const script = path.join(import.meta.dirname, "../baseline/psutil_check.py");
  const words = [
    script,
    path.join(stage.folder, "psutil.db"),
    program.executable,
    ...(program.arguments ?? []),
  ];
  return { argv: ["/usr/bin/python3", ...words], env: stage.env };
}

export type Announcer = { readonly program: Guarded; readonly signal: string };

/** A program that writes its pid into `signal` as soon as it runs, and stays until it is killed. */
export function announcer(stage: Stage): Announcer {
  const name = `${stage.program.name}-a`;
  const executable = path.join(stage.folder, name);
  const [signal, never] = ["signal", "never"].map((each) => path.join(stage.folder, each));
  fs.copyFileSync("/bin/sh", executable);
  execFileSync("mkfifo", [signal!, never!]);
  const words = ["-c", `echo $$ > ${signal}; read _ < ${never}`];
  return { program: { name, executable, arguments: words }, signal: signal! };
}
