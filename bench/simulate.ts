// `npm run simulate`: ten years of every history through the accounting, beside what other tools' rules would have
// said of the same looks. Writes the table of docs/accounting.md.
import fs from "node:fs";
import path from "node:path";
import { DAY } from "../test/estatus/core/simulator/machine.ts";
import { verdictOf } from "../test/estatus/core/simulator/verdict.ts";
import { officeWorld, type World } from "../test/estatus/core/simulator/world.ts";

const document = path.join(import.meta.dirname, "../docs/accounting.md");
const years = Number(process.argv[2] ?? 10);

const percent = (share: number, digits = 3) => `${(share * 100).toFixed(digits)} %`;

function rowOf(machine: World["machine"], interval: number, evidence: boolean, restarts: number): string {
  const world = officeWorld({ machine, interval, evidence, seed: 7, length: years * 365 * DAY });
  const verdict = verdictOf({ ...world, habits: { ...world.habits, restarts } });
  const { availability, times } = verdict.figures;
  const inBounds =
    availability.lower! * times.window <= verdict.trueUp &&
    (1 - availability.upper!) * times.window <= verdict.trueAway;
  const error = verdict.down / verdict.trueDown - 1;
  return [
    machine,
    `${interval / 1000} s`,
    evidence ? "yes" : "no",
    percent(restarts, 0),
    percent(verdict.trueDown / verdict.watched),
    percent(verdict.down / verdict.watched),
    `${error < 0 ? "−" : "+"}${Math.abs(error * 100).toFixed(1)} %`,
    inBounds ? "yes" : "NO",
    `${verdict.shown.found} of ${verdict.shown.expected}`,
    ...verdict.rivals.map((rival) => percent(1 - rival.share)),
  ].join(" | ");
}

const rows: string[] = [];
for (const machine of ["office", "always-on"] as const) {
  for (const interval of [60_000, 300_000]) {
    for (const evidence of [true, false]) {
      for (const restarts of [0, 0.2]) rows.push(`| ${rowOf(machine, interval, evidence, restarts)} |`);
    }
  }
}
const head = [
  "machine",
  "checks each",
  "evidence",
  "users restart",
  "truly away",
  "Estatus",
  "error",
  "truth in bounds",
  "failures found",
  "Uptime Kuma",
  "healthchecks",
  "Nagios",
];
const table = [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows].join("\n");
console.log(table);
const text = fs.readFileSync(document, "utf8");
const marked = /(<!-- simulated -->\n)[^]*?(\n<!-- \/simulated -->)/;
if (!marked.test(text)) throw new Error(`${document} has no place for the table`);
fs.writeFileSync(
  document,
  text.replace(marked, (_, before: string, after: string) => before + table + after),
);
