import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { taskFailure, type TaskFailure } from "../core/task-failure.ts";
import { runSystemProgram } from "./child-process.ts";
import { encodeTask } from "./task-xml.ts";

/** Longer than this, in ms, Task Scheduler does not get to answer. */
const TIMEOUT_MS = 30_000;

export type TaskRefusal = { readonly failure: TaskFailure; readonly code: number };

/** Registers a task under `name`, over one that is there. @returns null where it is done */
export async function createTask(name: string, xml: string): Promise<TaskRefusal | null> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-task-"));
  try {
    const file = path.join(folder, "task.xml");
    fs.writeFileSync(file, encodeTask(xml));
    return await schtasks(["/Create", "/TN", name, "/XML", file, "/F"]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes a task out. @returns null where it is done; `missing` where there was none */
export async function deleteTask(name: string): Promise<TaskRefusal | null> {
  return await schtasks(["/Delete", "/TN", name, "/F"]);
}

/**
 * Runs schtasks; where that fails once more with /HRESULT, whose exit code says why in every language. (Asking so at
 * once would be shorter, but not everything that runs schtasks knows the flag.)
 */
async function schtasks(args: readonly string[]): Promise<TaskRefusal | null> {
  const first = await run(args);
  if (first === 0) return null;
  const code = first === null ? null : await run([...args, "/HRESULT"]);
  if (code === null) return { failure: "no-answer", code: 0 };
  // The second try may find a service that has just come up.
  return code === 0 ? null : { failure: taskFailure(code), code: code >>> 0 };
}

async function run(args: readonly string[]): Promise<number | null> {
  return (await runSystemProgram("schtasks.exe", args, TIMEOUT_MS)).exitCode;
}
