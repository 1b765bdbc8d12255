import fs from "node:fs";
import path from "node:path";
import { replaceOrWriteOver } from "./replace-or-write-over.ts";
import { shapes } from "./requests.ts";
import { isUnwritable } from "./unwritable.ts";

/** How a second launch reaches the first one: with `secret`, and knows it by `answer`. */
export type Instance = { readonly port: number; readonly secret: string; readonly answer: string };

const again = 5_000;

/**
 * Writes how to reach this process, for its owner's eyes only, and takes it away when `open` is disposed of; a stale one
 * would be harmless. Where there is no room for it, it is tried again.
 */
export function keepInstance(folder: string, instance: Instance, open: DisposableStack): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    try {
      replaceOrWriteOver(fileIn(folder), JSON.stringify(instance));
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      timer = setTimeout(write, again).unref();
    }
  };
  write();
  open.defer(() => {
    clearTimeout(timer);
    try {
      fs.rmSync(fileIn(folder), { force: true });
    } catch {
      // It can no longer be written there.
    }
  });
}

/** Reads how to reach the first process, or null where there is nothing usable (yet). */
export function readInstance(folder: string): Instance | null {
  try {
    return shapes.instance.parse(JSON.parse(fs.readFileSync(fileIn(folder), "utf8")));
  } catch {
    return null;
  }
}

const fileIn = (folder: string) => path.join(folder, "instance.json");
