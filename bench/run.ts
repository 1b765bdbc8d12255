import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { agendaImport } from "./agenda-import.ts";
import { agendaLaunch } from "./agenda-launch.ts";
import { agendaRest } from "./agenda-rest.ts";
import { agendaSave } from "./agenda-save.ts";
import { agendaScreen } from "./agenda-screen.ts";
import { agendaSearch } from "./agenda-search.ts";
import { agendaWindow } from "./agenda-window.ts";
import { check } from "./check.ts";
import { crowd } from "./crowd.ts";
import { disk } from "./disk.ts";
import { relaunch } from "./relaunch.ts";
import { outages } from "./outages.ts";
import { outagesGrowth } from "./outages-growth.ts";
import { programs } from "./programs.ts";
import { restore } from "./restore.ts";
import { watch } from "./watch.ts";
import { size } from "./size.ts";
import { start } from "./start.ts";
import { installPeers } from "./harness/peers.ts";
import { isMet, type Group, type Row } from "./harness/row.ts";
import { table } from "./harness/table.ts";

// `npm run bench [-- GROUP… --short --json]`: the checker and Agenda beside their peers. Exit code 1 where a goal
// is missed, or one of them did not do its work; `--short` does not judge. `agenda` is all groups that begin so.
const groups: readonly Group[] = [
  check,
  crowd,
  disk,
  relaunch,
  programs,
  start,
  outages,
  outagesGrowth,
  watch,
  restore,
  size,
  agendaLaunch,
  agendaWindow,
  agendaSave,
  agendaRest,
  agendaSearch,
  agendaScreen,
  agendaImport,
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});
const { short } = options;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const isNamed = (word: string) => (group: Group) => group.name === word || group.name.startsWith(`${word}-`);
const chosen =
  positionals.length === 0 ? groups : groups.filter((g) => positionals.some((word) => isNamed(word)(g)));
const unknown = positionals.find((word) => !groups.some(isNamed(word)));
if (unknown !== undefined) {
  say(`There is no group "${unknown}". Try: ${groups.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

execFileSync(process.execPath, [path.join(import.meta.dirname, "../packaging/build.ts")], {
  stdio: ["ignore", 2, 2],
});
installPeers(chosen.flatMap(({ needs }) => needs));

const results: { group: string; seconds: number; load: number; rows: readonly Row[] }[] = [];
const failed: string[] = [];
for (const group of chosen) {
  const began = performance.now();
  try {
    say(`${group.name} …`);
    const rows = await group.run({ short, say });
    const seconds = (performance.now() - began) / 1000;
    results.push({ group: group.name, seconds, load: os.loadavg()[0]!, rows });
    if (!options.json) console.log(table(group.name, rows, !short));
  } catch (error) {
    failed.push(group.name);
    say(`${group.name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

const missed = results.flatMap(({ rows }) => rows).filter((row) => isMet(row) === false);
if (options.json) {
  const machine = {
    cpu: os.cpus()[0]?.model,
    cores: os.cpus().length,
    node: process.version,
    at: new Date().toISOString(),
  };
  console.log(
    JSON.stringify({ machine, short, results, missed: missed.map((row) => row.what), failed }, null, 2),
  );
} else {
  const judged = short ? "not judged: too few runs" : `${missed.length} goals missed`;
  console.log(
    `\n${os.cpus().length} cores, load ${os.loadavg()[0]!.toFixed(1)}, Node ${process.version}; ${judged}`,
  );
}
process.exitCode = failed.length > 0 || (!short && missed.length > 0) ? 1 : 0;
