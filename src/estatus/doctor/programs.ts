import fs from "node:fs";
import { reasonOf } from "../../app-error.ts";
import { text } from "../../locales/doctor.ts";
import { durationText } from "../../locales/duration.ts";
import { readHeartbeat } from "../adapters/heartbeat.ts";
import { realPath } from "../adapters/real-path.ts";
import { isInterpreter } from "../core/interpreter.ts";
import type { Program } from "../program.ts";
import { failure, ok, warning, type Examine, type Finding } from "./finding.ts";

/** Whether each watched executable could be launched, is one program's, and keeps the heartbeat it is said to keep. */
export const examinePrograms: Examine = ({ config, now }) => {
  const programs = config?.programs ?? [];
  const byFile = Map.groupBy(programs, (program) => realPath(program.executable));
  return programs.flatMap((program) => [
    executable(program),
    ...interpreter(program),
    ...sameFile(program, byFile.get(realPath(program.executable))!),
    ...heartbeat(program, now),
    ...hasty(program),
  ]);
};

function executable({ name, executable: file }: Program): Finding {
  const id = `executable:${name}`;
  try {
    if (!fs.statSync(file).isFile())
      return failure(id, text().notAFile(name, file), text().correctExecutable);
    fs.accessSync(file, fs.constants.X_OK);
    return ok(id, text().executable(name, file));
  } catch (error) {
    return failure(id, text().cannotRun(name, file, reasonOf(error)), text().correctExecutable);
  }
}

// A program is told by its executable: what else this one runs cannot be told from it.
function interpreter({ name, executable: file }: Program): Finding[] {
  const files = fs.existsSync(file) ? [file, fs.realpathSync(file)] : [file];
  if (!files.some(isInterpreter)) return [];
  const cure = text().interpreterCure(process.platform);
  return [warning(`interpreter:${name}`, text().interpreter(name, file), cure)];
}

// The configuration compares paths as they are written; links can lead two of them to one file.
function sameFile({ name }: Program, ofFile: readonly Program[]): Finding[] {
  const other = ofFile.find((one) => one.name !== name);
  if (other === undefined) return [];
  return [warning(`same-executable:${name}`, text().sameFile(name, other.name), text().sameFileCure)];
}

/** What a program that beats as often as it is to beat, every 5 s, may be late by on a busy PC: as much again. */
const SOONEST_MS = 10_000;

function hasty({ name, heartbeat: file, policy }: Program): Finding[] {
  if (file === null || policy.hungAfter >= SOONEST_MS) return [];
  const said = text().hasty(name, durationText(policy.hungAfter));
  return [warning(`hung-after:${name}`, said, text().hastyCure(durationText(SOONEST_MS)))];
}

function heartbeat({ name, heartbeat: file, policy }: Program, now: number): Finding[] {
  if (file === null) return [];
  const id = `heartbeat:${name}`;
  const beat = readHeartbeat(file);
  if (beat === null) return [warning(id, text().noHeartbeat(name, file), text().noHeartbeatCure)];
  if (beat.state !== "running" || now - beat.beatAt <= policy.hungAfter)
    return [ok(id, text().heartbeat(name))];
  return [warning(id, text().staleHeartbeat(name, file), text().staleHeartbeatCure)];
}
