import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../../replace-file.ts";
import type { TaskHealth } from "./health.ts";

/** What a check's own look at the task found. Times are UTC ms. */
export type Audit = {
  readonly at: number;
  readonly version: string;
  readonly state: TaskHealth["state"];
  /** What there is to say of it. */
  readonly sentence: string;
  /** When it was first found so, of looks in a row. */
  readonly since: number;
};

const fileIn = (folder: string) => path.join(folder, "task-audit.json");

/** The last look; null where there was none, or one of a version that wrote it otherwise. */
export function readAudit(folder: string): Audit | null {
  try {
    const audit = JSON.parse(fs.readFileSync(fileIn(folder), "utf8")) as Record<keyof Audit, unknown>;
    const { at, since, version, state, sentence } = audit;
    const numbers = [at, since].every(Number.isSafeInteger);
    const texts = [version, state, sentence].every((each) => typeof each === "string");
    return numbers && texts ? (audit as Audit) : null;
  } catch {
    return null;
  }
}

/** Keeps a look. A folder that takes nothing is the store's own trouble: the look is then repeated. */
export function writeAudit(folder: string, audit: Audit): void {
  try {
    replaceFile(fileIn(folder), JSON.stringify(audit), `${fileIn(folder)}.${process.pid}`);
  } catch {
    // As said.
  }
}

/** Whether the task is as it should be, or as near to it as Windows lets it. */
export const isFine = (state: TaskHealth["state"]) => ["healthy", "minimal", "no-scheduler"].includes(state);
