import fs from "node:fs";
import path from "node:path";
import { openStore } from "../src/estatus/store/store.ts";
import { fillStore } from "./fill-store.ts";
import { median } from "./harness/figures.ts";
import { startMeasure, type Cost } from "./harness/measure.ts";
import { race, type Contender } from "./harness/race.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { estatus, newStage, type Stage } from "./harness/stage.ts";

/** What a report of each format costs as ten years come to hold more outages: 30 days of them should cost the same. */
export const outagesGrowth: Group = { name: "outages-growth", needs: [], run: asTheStoreGrows };

const YEARS = 10;
/** In the last 30 days, in a store of any size. */
const RECENT = 100;

const reports = [
  { words: "30 days, table", format: "table", since: "30d", runs: 25 },
  { words: "30 days, html", format: "html", since: "30d", runs: 25 },
  { words: "ten years, table", format: "table", since: "3650d", runs: 3 },
  { words: "ten years, html", format: "html", since: "3650d", runs: 3 },
  { words: "ten years, csv", format: "csv", since: "3650d", runs: 1 },
  { words: "ten years, json", format: "json", since: "3650d", runs: 1 },
] as const;
type Report = (typeof reports)[number];

async function asTheStoreGrows({ short, say }: Bench): Promise<Row[]> {
  using stack = new DisposableStack();
  const contenders = new Map<number, Stage>();
  for (const outages of short ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]) {
    say(`filling a store with ${outages} outages`);
    contenders.set(outages, stack.use(filled(outages)));
  }
  await using measure = startMeasure(contenders.get(1_000)!.folder);
  const rows: Row[] = [];
  for (const report of reports) {
    say(report.words);
    const each = [...contenders].map(([outages, stage]) => [outages, contender(stage, report, outages)]);
    const costs = await race(measure, Object.fromEntries(each), short ? 1 : report.runs);
    rows.push(...rowsOf(report, costs));
  }
  return rows;
}

function filled(outages: number): Stage {
  const stage = newStage();
  const db = openStore(stage.estatus);
  fillStore(db, { now: Date.now(), years: YEARS, outages: outages - RECENT, recent: RECENT });
  db.close();
  return stage;
}

function contender(stage: Stage, { words, format, since }: Report, outages: number): Contender {
  const file = path.join(stage.folder, `report.${format}`);
  // CSV and JSON write each outage, the others so much at least whatever there is.
  const least = format === "csv" || format === "json" ? outages * 50 : 2_000;
  return {
    name: `${words} of ${outages}`,
    ...estatus(stage, "report", "--since", since, "--format", format, "--out", file),
    before: () => fs.rmSync(file, { force: true }),
    verify({ code, output }) {
      const written = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (code === 0 && written >= least) return;
      throw new Error(`${words}: ${code}, ${written} bytes written: ${output.slice(0, 400)}`);
    },
  };
}

function rowsOf({ words, since, runs }: Report, costs: Readonly<Record<string, readonly Cost[]>>): Row[] {
  const sizes = Object.keys(costs);
  const row = (size: string, what: "wall" | "rss"): Row => {
    const figure = (of: string) => median(costs[of]!.map((cost) => cost[what]));
    const [of, first] = [size, sizes[0]!].map((each) => `of ${Number(each).toLocaleString("en")}`);
    return {
      what: `${words}, ${of}, ${what === "wall" ? "wall" : "peak RSS"}`,
      unit: what === "wall" ? "ms" : "MB",
      ours: figure(size),
      peer: { name: first!, value: figure(sizes[0]!) },
      ...(since === "30d" ? { goal: { atMost: 1.1, of: "ratio" } } : {}),
      runs,
    };
  };
  return [...sizes.slice(1).map((size) => row(size, "wall")), row(sizes.at(-1)!, "rss")];
}
