import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../replace-file.ts";
import { shapes } from "./requests.ts";

/** How a second launch reaches the first one. The secret is what makes the answer trustworthy, not the pid. */
export type Instance = { readonly pid: number; readonly port: number; readonly secret: string };

/** Writes how to reach this process, for its owner's eyes only. */
export function writeInstance(folder: string, instance: Instance): void {
  replaceFile(fileIn(folder), JSON.stringify(instance));
}

/** Reads how to reach the first process, or null where there is nothing usable (yet). */
export function readInstance(folder: string): Instance | null {
  try {
    return shapes.instance.parse(JSON.parse(fs.readFileSync(fileIn(folder), "utf8")));
  } catch {
    return null;
  }
}

/** Takes the file away; a stale one would be harmless. */
export function removeInstance(folder: string): void {
  fs.rmSync(fileIn(folder), { force: true });
}

const fileIn = (folder: string) => path.join(folder, "instance.json");
