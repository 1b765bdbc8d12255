import fs from "node:fs";
import path from "node:path";
import type { Step } from "./trace.ts";

type Change = { readonly at: number; readonly data: Buffer } | { readonly size: number };
type Inode = { readonly durable: Change[]; readonly pending: Change[] };

/** Of what was not synced, which part reached the disk: each change by itself, and the newest names or older ones. */
export type Luck = {
  readonly keeps: () => boolean;
  readonly tears: () => boolean;
  readonly keepsNames: boolean;
};

/**
 * The disk after the first `count` steps and a power cut. A file's writes are on it for certain once that file was
 * synced; of the others any may be, in any order, and the last one may be torn. Names (create, link, rename, unlink) come
 * in order, as a journalling file system keeps them: certain from the next sync of their file or folder on.
 */
export function afterCut(steps: readonly Step[], count: number, luck: Luck, folder: string): void {
  let names = new Map<string, Inode>();
  let durableNames = new Map<string, Inode>();
  for (const step of steps.slice(0, count)) {
    apply(names, step);
    if (step.kind === "sync") durableNames = new Map(names);
  }
  if (!luck.keepsNames) names = durableNames;
  for (const [name, inode] of names) {
    // Shared memory is no content: SQLite makes it anew.
    if (!name.endsWith("-shm") && name !== "acks")
      fs.writeFileSync(path.join(folder, name), contentOf(inode, luck));
  }
}

function apply(names: Map<string, Inode>, step: Step): void {
  const inode = names.get(step.file) ?? { durable: [], pending: [] };
  if (step.kind === "create" || step.kind === "write" || step.kind === "truncate")
    names.set(step.file, inode);
  if (step.kind === "write") inode.pending.push({ at: step.at, data: step.data });
  if (step.kind === "truncate") inode.pending.push({ size: step.size });
  if (step.kind === "sync") inode.durable.push(...inode.pending.splice(0));
  if (step.kind === "unlink" || step.kind === "rename") names.delete(step.file);
  if (step.kind === "rename" || step.kind === "link") names.set(step.to, inode);
}

function contentOf({ durable, pending }: Inode, luck: Luck): Buffer {
  let content: Buffer = Buffer.alloc(0);
  for (const change of durable) content = changed(content, change);
  for (const change of pending) {
    if (!luck.keeps()) continue;
    const torn = "data" in change && luck.tears();
    content = changed(
      content,
      torn ? { at: change.at, data: change.data.subarray(0, change.data.length >> 1) } : change,
    );
  }
  return content;
}

function changed(content: Buffer, change: Change): Buffer {
  if ("size" in change)
    return Buffer.concat([content, Buffer.alloc(Math.max(0, change.size - content.length))], change.size);
  const end = Math.max(content.length, change.at + change.data.length);
  const grown = Buffer.concat([content, Buffer.alloc(end - content.length)], end);
  change.data.copy(grown, change.at);
  return grown;
}
