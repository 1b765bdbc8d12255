// `node bench/report.ts`: what a report costs as the store grows, and how large ten years are.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { report, type ReportOptions } from "../src/estatus/commands/report.ts";
import { openStore } from "../src/estatus/store/store.ts";
import { fillStore } from "./fill-store.ts";

const now = Date.now();
const home = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-bench-"));

async function millisecondsOf(
  folder: string,
  options: Partial<ReportOptions>,
  runs: number,
): Promise<number> {
  const out = path.join(folder, "report.out");
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await report({ format: "json", ...options, out }, folder);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

try {
  console.log(
    "| outages in ten years | size | 30 days, json | 30 days, table | ten years, json | ten years, csv |",
  );
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const outages of [1_000, 10_000, 100_000, 1_000_000]) {
    const folder = fs.mkdtempSync(path.join(home, "store-"));
    const db = openStore(folder);
    fillStore(db, { now, years: 10, outages: outages - 100, recent: 100 });
    db.close();
    const size = fs.statSync(path.join(folder, "estatus.db")).size / 1e6;
    const cells = [
      await millisecondsOf(folder, {}, 15),
      await millisecondsOf(folder, { format: "table" }, 15),
      await millisecondsOf(folder, { since: "3650d" }, 3),
      await millisecondsOf(folder, { since: "3650d", format: "csv" }, 3),
    ];
    const times = cells.map((time) => `${time.toFixed(1)} ms`).join(" | ");
    console.log(`| ${outages.toLocaleString("en")} | ${size.toFixed(1)} MB | ${times} |`);
  }
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
} finally {
  fs.rmSync(home, { recursive: true });
}
