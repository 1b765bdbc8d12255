import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { configure } from "../../test/support/guarded.ts";
import { pm2 } from "./peers.ts";
import { estatusFile, type Announcer, type Stage } from "./stage.ts";

/** Someone who stays resident and brings a program back, as a command line; it launches the program itself. */
export type Guardian = {
  readonly name: string;
  readonly argv: (stage: Stage, guarded: Announcer) => string[];
};

/** Each by its own manual, as quick as its configuration allows: one look a second where it looks at all. */
export const guardians = {
  estatus: { name: "estatus watch --every 1s", argv: estatusWatch },
  monit: { name: "monit, 1 s", argv: monit },
  supervisord: { name: "supervisord", argv: supervisord },
  pm2: { name: "pm2", argv: pm2Foreground },
  loop: { name: "the Python loop", argv: originalLoop },
} as const satisfies Record<string, Guardian>;

function estatusWatch(stage: Stage, { program }: Announcer): string[] {
  configure(stage, [{ ...program, survive: "100ms", stable_after: "100ms" }], "1s");
  // The first command that reads a configuration checks it whole, with a library that takes 8 MB; the task starts a watch
  // anew each minute.
  spawnSync(estatusFile, ["status"], { env: stage.env });
  return [estatusFile, "watch", "--every", "1s"];
}

function monit(stage: Stage, guarded: Announcer): string[] {
  const pidFile = path.join(stage.folder, "guarded.pid");
  // monit waits for the end of what it starts, so this leaves the program behind.
  const start = script(stage, "start.sh", `${commandOf(guarded)} > /dev/null 2>&1 &\necho $! > ${pidFile}`);
  const control = path.join(stage.folder, "monitrc");
  const lines = [
    "set daemon 1",
    ...["log", "pidfile", "idfile", "statefile"].map((name) => `set ${name} ${stage.folder}/monit.${name}`),
    `check process guarded with pidfile ${pidFile}`,
    `  start program = "${start}"`,
  ];
  fs.writeFileSync(control, `${lines.join("\n")}\n`, { mode: 0o600 });
  return ["/usr/bin/monit", "-I", "-c", control];
}

function supervisord(stage: Stage, guarded: Announcer): string[] {
  const file = path.join(stage.folder, "supervisord.conf");
  const lines = [
    "[supervisord]",
    "nodaemon = true",
    `logfile = ${stage.folder}/supervisord.log`,
    `pidfile = ${stage.folder}/supervisord.pid`,
    "[program:guarded]",
    `command = ${script(stage, "run.sh", `exec ${commandOf(guarded)}`)}`,
    "autorestart = true",
  ];
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  return ["/usr/bin/supervisord", "-c", file];
}

function pm2Foreground(stage: Stage, guarded: Announcer): string[] {
  const run = script(stage, "run.sh", `exec ${commandOf(guarded)}`);
  return [process.execPath, pm2(), "start", run, "--no-daemon", "--interpreter", "none"];
}

function originalLoop(_stage: Stage, { program }: Announcer): string[] {
  const loop = path.join(import.meta.dirname, "../baseline/original_loop.py");
  return ["/usr/bin/python3", loop, program.executable, ...(program.arguments ?? [])];
}

function script(stage: Stage, name: string, text: string): string {
  const file = path.join(stage.folder, name);
  fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return file;
}

const commandOf = ({ program }: Announcer) =>
  [program.executable, ...(program.arguments ?? [])].map((word) => `'${word}'`).join(" ");
