// `node bench/report.ts`: what a report costs as the store grows, in time and in memory, and how large ten years are.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openStore } from "../src/estatus/store/store.ts";
import { fillStore } from "./fill-store.ts";
import { median } from "./harness/figures.ts";

const now = Date.now();
const home = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-bench-"));
const script = path.join(import.meta.dirname, "../src/estatus/main.ts");

type Cost = { readonly ms: number; readonly mb: number };

/** The median of `runs` reports, each in a process of its own: wall time and its peak memory. */
function costOf(folder: string, args: readonly string[], runs: number): Cost {
  const costs = Array.from({ length: runs }, () => once(folder, args));
  return { ms: median(costs.map((cost) => cost.ms)), mb: median(costs.map((cost) => cost.mb)) };
}

function once(folder: string, args: readonly string[]): Cost {
  const out = fs.openSync(path.join(folder, "report.out"), "w");
  const began = performance.now();
  const ended = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, script, "report", ...args], {
    env: { ...process.env, ESTATUS_HOME: folder },
    stdio: ["ignore", out, "pipe"],
    encoding: "utf8",
  });
  fs.closeSync(out);
  if (ended.status !== 0) throw new Error(ended.stderr);
  return { ms: performance.now() - began, mb: Number(ended.stderr.trim().split("\n").at(-1)) / 1024 };
}

const reports = [
  ["30 days, json", ["--format", "json"], 5],
  ["30 days, table", [], 5],
  ["ten years, json", ["--since", "3650d", "--format", "json"], 1],
  ["ten years, csv", ["--since", "3650d", "--format", "csv"], 1],
  ["ten years, table", ["--since", "3650d"], 1],
  ["ten years, html", ["--since", "3650d", "--format", "html"], 1],
] as const;

try {
  console.log(`| outages in ten years | size | ${reports.map(([name]) => name).join(" | ")} |`);
  console.log(`|${" --- |".repeat(reports.length + 2)}`);
  for (const outages of [1_000, 10_000, 100_000, 1_000_000]) {
    const folder = fs.mkdtempSync(path.join(home, "store-"));
    const db = openStore(folder);
    fillStore(db, { now, years: 10, outages: outages - 100, recent: 100 });
    db.close();
    const size = fs.statSync(path.join(folder, "estatus.db")).size / 1e6;
    const cells = reports.map(([, args, runs]) => {
      const { ms, mb } = costOf(folder, args, runs);
      return `${ms.toFixed(0)} ms, ${mb.toFixed(0)} MB`;
    });
    console.log(`| ${outages.toLocaleString("en")} | ${size.toFixed(1)} MB | ${cells.join(" | ")} |`);
  }
} finally {
  fs.rmSync(home, { recursive: true });
}
