// `npm run bench:import [rows] [rounds]`: `agenda import` of a CSV beside the sqlite3 shell's `.import` of the same
// file, turn by turn in one run. Medians, in seconds; CPU seconds vary less on a busy machine than seconds do.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "agenda-bench-"));
const file = path.join(folder, "contacts.csv");
const main = path.join(import.meta.dirname, "../src/agenda/main.ts");
const migration = path.join(import.meta.dirname, "../db/agenda/0001_initial.sql");

const first = ["Ana", "José", "Lucía", "Łukasz", "María del Mar", "Juan", "Íñigo", "Zoë"];
const last = ["García", "López", "Núñez", "O'Brien", "Smith", "Pérez de la Fuente"];

function writeCsv(): void {
  const lines = Array.from({ length: rows }, (_, i) => {
    // A fixed shuffle: real lists are not in the order of their names or numbers.
    const n = (i * 7_919) % rows;
    return `${first[n % 8]} ${last[n % 6]} ${n},+34 6${String(10_000_000 + n).slice(0, 8)}`;
  });
  fs.writeFileSync(file, `Name,Phone\n${lines.join("\n")}\n`);
}

const intoBareTable = `
CREATE TABLE contact (name TEXT, phone TEXT);
.mode csv
.import --skip 1 ${file} contact
`;

// The same table with the same indexes and the same derived columns, as near as SQL alone comes to folding.
const intoSameTable = () => `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
${fs.readFileSync(migration, "utf8").replace(/CREATE VIRTUAL TABLE [^;]*;/, "")}
BEGIN;
CREATE TEMP TABLE read (name TEXT, phone TEXT);
.mode csv
.import --skip 1 --schema temp ${file} read
INSERT INTO contact (name, phone, folded, digits, added_at, changed_at)
  SELECT name, phone, lower(name), replace(replace(phone, ' ', ''), '+', ''), 0, 0 FROM read;
COMMIT;
`;

type Cost = { readonly wall: number; readonly cpu: number };

function run(command: string, args: string[], input = ""): Promise<Cost> {
  const started = performance.now();
  // The shell's `times` gives the CPU time of what it ran.
  const child = spawn(
    "bash",
    ["-c", '"$0" "$@" >/dev/null; code=$?; times >&2; exit $code', command, ...args],
    {
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...process.env, AGENDA_HOME: path.join(folder, "home"), ESTATUS_LANG: "en" },
    },
  );
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += String(data)));
  child.stdin.end(input);
  const { promise, resolve, reject } = Promise.withResolvers<Cost>();
  child.on("close", (code) => {
    const wall = (performance.now() - started) / 1_000;
    const times = stderr
      .trim()
      .split("\n")
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g);
    const cpu = [...times].reduce(
      (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
      0,
    );
    if (code === 0) resolve({ wall, cpu });
    else reject(new Error(`${command} ended with ${code}: ${stderr}`));
  });
  return promise;
}

const contestants: readonly (readonly [string, () => Promise<Cost>])[] = [
  ["sqlite3 .import, bare table", () => run("sqlite3", [path.join(folder, "bare.db")], intoBareTable)],
  [
    "sqlite3 .import, same table and indexes",
    () => run("sqlite3", [path.join(folder, "same.db")], intoSameTable()),
  ],
  ["agenda import", () => run(process.execPath, [main, "import", file])],
];

function clear(): void {
  for (const name of fs.readdirSync(folder)) {
    if (name !== "contacts.csv") fs.rmSync(path.join(folder, name), { recursive: true });
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

try {
  writeCsv();
  console.log(`${rows} rows, ${(fs.statSync(file).size / 1e6).toFixed(1)} MB, median of ${rounds}`);
  const costs = new Map<string, Cost[]>(contestants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, go] of contestants) {
      clear();
      costs.get(name)!.push(await go());
    }
  }
  const medians = [...costs].map(([name, all]) => ({
    name,
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
  }));
  const ours = medians.at(-1)!;
  for (const { name, wall, cpu } of medians) {
    const ratio = `agenda takes ${(ours.wall / wall).toFixed(2)} × (CPU ${(ours.cpu / cpu).toFixed(2)} ×)`;
    console.log(
      `${name.padEnd(42)} ${wall.toFixed(2)} s  CPU ${cpu.toFixed(2)} s  ${name === ours.name ? "" : ratio}`,
    );
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
