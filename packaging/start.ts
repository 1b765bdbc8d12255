import { execa } from "execa";
import { readHeartbeat } from "../src/estatus/adapters/heartbeat.ts";
import { defaultProgram } from "../src/estatus/config/default-program.ts";
import { hasDesktop } from "../src/has-desktop.ts";
import { buildForHost } from "./host.ts";
import { root } from "./paths.ts";
import { programs } from "./programs.ts";

// `npm start`: the main job in one command. Builds Agenda where that is needed, then lets one check look at it.
await buildForHost(programs.Agenda, { window: hasDesktop() });
const check = await execa(process.execPath, ["src/estatus/main.ts", "check"], {
  cwd: root,
  stdio: "inherit",
  reject: false,
});
const agendaRuns = check.exitCode === 0 || check.exitCode === 1;
if (agendaRuns && !hasDesktop()) await showLink();
process.exitCode = agendaRuns ? 0 : 1;

// Agenda runs without a window: a second one asks the first for a fresh one-time link, prints it and ends. Where the
// Agenda that runs keeps its contacts elsewhere, there is no first one here to ask.
async function showLink(): Promise<void> {
  const { executable, heartbeat } = defaultProgram();
  const beat = heartbeat === null ? null : readHeartbeat(heartbeat);
  if (beat?.state !== "running" || !isAlive(beat.pid)) return;
  await execa(executable, ["--no-window"], { stdio: "inherit", reject: false });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
