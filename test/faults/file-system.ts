import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { kill, processesUnder } from "../support/processes.ts";
import { until } from "../support/until.ts";

export type Mounted = {
  readonly folder: string;
  /** Mounts it anew with other options. */
  readonly remount: (options: string) => void;
} & Disposable;

/** A file system of its own in memory, of `size` bytes, over `folder`. */
export function inMemory(folder: string, size: number): Mounted {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=700`, "tmpfs", folder]);
  return mounted(folder);
}

/** A real ext4 of `size` bytes, from a file, over `folder`. */
export function ext4(folder: string, size: number): Mounted {
  const image = `${folder}.ext4`;
  fs.writeFileSync(image, "");
  fs.truncateSync(image, size);
  execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", image]);
  execFileSync("mount", ["-o", "loop", image, folder]);
  return mounted(folder);
}

/** The folder `there` by the SSH file system over `folder`, and how to end it without a word. */
export async function network(
  there: string,
  folder: string,
): Promise<Mounted & { readonly cut: () => void }> {
  // The two talk past this process, which waits for them in every call on the folder.
  const client = `sshfs \\:${there} ${folder} -f -o passive`;
  spawn("socat", ["EXEC:/usr/lib/openssh/sftp-server", `EXEC:${client}`], { stdio: "ignore" });
  await until("the network folder is there", () => fs.readFileSync("/proc/mounts", "utf8").includes(folder));
  return { ...mounted(folder), cut: () => kill(processesUnder(folder)) };
}

function mounted(folder: string): Mounted {
  return {
    folder,
    remount: (options) => void execFileSync("mount", ["-o", `remount,${options}`, folder]),
    [Symbol.dispose]: () => void execFileSync("umount", ["-l", folder]),
  };
}

/** Fills the file system that `folder` lies on, and leaves room for `pages` of 4 KB. Returns how to make room again. */
export async function fill(folder: string, pages: number): Promise<() => void> {
  const file = path.join(folder, "filler");
  await execa("dd", ["if=/dev/zero", `of=${file}`, "bs=4096"], { reject: false });
  fs.truncateSync(file, Math.max(0, fs.statSync(file).size - pages * 4_096));
  return () => fs.rmSync(file);
}
