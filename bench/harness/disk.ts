import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Command } from "./measure.ts";

/** What a command did to the disk under a folder. */
export type DiskUse = { readonly syncs: number; readonly bytes: number; readonly calls: readonly string[] };

const SYNCS = ["fsync", "fdatasync", "sync_file_range", "syncfs", "sync", "msync"];
const WRITES = ["write", "pwrite64", "writev", "pwritev", "pwritev2"];

/** Runs a command under strace and counts its syncs, all of them, and the bytes it wrote into files under `folder`. */
export function diskUse(command: Command, folder: string): DiskUse {
  const traces = fs.mkdtempSync(path.join(folder, "..", "strace-"));
  try {
    const [file, ...words] = command.argv;
    // One file a thread: lines of several threads in one file are cut in two.
    const options = ["-ff", "-qq", "-y", "-s", "0", "-o", path.join(traces, "t")];
    const traced = ["-e", `trace=${[...SYNCS, ...WRITES].join(",")}`, "--", file, ...words];
    execFileSync("/usr/bin/strace", [...options, ...traced], { env: command.env, stdio: "pipe" });
    const calls = fs
      .readdirSync(traces)
      .flatMap((name) => fs.readFileSync(path.join(traces, name), "utf8").split("\n"));
    return countOf(calls, folder);
  } finally {
    fs.rmSync(traces, { recursive: true });
  }
}

/** Reads strace's lines, `pwrite64(5</folder/file>, ""..., 4096, 0) = 4096`. */
function countOf(calls: readonly string[], folder: string): DiskUse {
  const kept = calls
    .map((call) => /^(\w+)\((?:\d+<([^>]*)>)?.* = (-?\d+)/.exec(call))
    .filter((call) => call !== null);
  const syncs = kept.filter(([, name]) => SYNCS.includes(name!));
  const writes = kept.filter(([, name, file]) => WRITES.includes(name!) && file?.startsWith(`${folder}/`));
  return {
    syncs: syncs.length,
    bytes: writes.reduce((sum, [, , , result]) => sum + Math.max(0, Number(result)), 0),
    calls: [...syncs, ...writes].map(([call]) => call),
  };
}
