import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/sqlite/open.ts";
import { check, outages, type Checked } from "../support/commands.ts";
import { estatus, type RunOptions } from "../support/estatus.ts";
import { configure, sleeper, type Guarded } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

const storeOf = (home: Home) => path.join(home.estatus, "estatus.db");

async function killed(home: Home): Promise<Guarded> {
  const program = sleeper(home);
  configure(home, [program]);
  const { programs } = await check(home);
  kill([programs[0]!.pid!]);
  await until("the program is gone", () => !isAlive(programs[0]!.pid!));
  return program;
}

/** Whatever happens to the store: the program is brought back, once, and a sentence says what is the matter. */
async function expectBroughtBack(home: Home, program: Guarded, options: RunOptions = {}): Promise<Checked> {
  const checked = await check(home, options);
  expect(checked.stderr).toMatch(/^\S[^\n]*\.\n/);
  expect(checked.stderr).not.toContain("    at ");
  expect(checked.programs).toMatchObject([{ attempt: { result: "survived" } }]);
  expect(processesOf(program.executable)).toHaveLength(1);
  return checked;
}

/** The next good checks take in what was spooled, exactly once. */
async function expectTakenIn(home: Home): Promise<void> {
  for (const _ of [1, 2]) expect(await check(home)).toMatchObject({ code: 0, stderr: "" });
  expect(await outages(home, "Guarded")).toMatchObject([
    { kind: "missing", ended_by: "estatus", attempts: [{ result: "survived" }] },
  ]);
  const left = fs
    .readdirSync(home.folder, { recursive: true })
    .filter((name) => String(name).includes("spool.jsonl"));
  expect(left).toEqual([]);
}

test.concurrent("Locked for longer than a check may wait", async () => {
  using home = newHome();
  const start = performance.now();
  const program = await killed(home);
  const usual = performance.now() - start;
  const locker = openDatabase(storeOf(home));
  locker.exec("BEGIN IMMEDIATE");
  const began = performance.now();
  expect(await expectBroughtBack(home, program)).toMatchObject({ code: 1 });
  // It waits for 10 s once, and for less than a second whenever it asks again; the rest is the work of any check, with
  // room for a machine that has become busy since.
  expect(performance.now() - began).toBeLessThan(25_000 + 10 * usual);
  locker.close();
  await expectTakenIn(home);
});

test.concurrent("Written by a newer program", async () => {
  using home = newHome();
  const program = await killed(home);
  const version = (value: number) => {
    const db = openDatabase(storeOf(home));
    const before = db.pragma("user_version", { simple: true }) as number;
    db.pragma(`user_version = ${value}`);
    db.close();
    return before;
  };
  const ours = version(99);
  const checked = await expectBroughtBack(home, program);
  expect(checked).toMatchObject({ code: 1, stderr: expect.stringContaining("newer version") });
  expect(await estatus(home.folder, ["report"])).toMatchObject({ code: 1, stdout: "" });
  version(ours);
  await expectTakenIn(home);
});

const READ_ONLY = [
  ["folder and file", 0o500, 0o400, false],
  ["the folder", 0o500, 0o600, false],
  ["the file", 0o700, 0o400, true],
] as const;

test.concurrent.for(READ_ONLY)(
  "Read-only, %s: what is seen is spooled, beside it or in the temporary folder",
  async ([, folder, file, beside]) => {
    using home = newHome();
    const program = await killed(home);
    // Root may write where nobody may, unless it gives that up.
    const through =
      process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
    // A log beside it would be written instead of the file.
    openDatabase(storeOf(home)).close();
    fs.chmodSync(storeOf(home), file);
    fs.chmodSync(home.estatus, folder);
    expect(await expectBroughtBack(home, program, { through })).toMatchObject({ code: 1 });
    expect(fs.readdirSync(home.estatus).includes("spool.jsonl")).toBe(beside);
    fs.chmodSync(home.estatus, 0o700);
    fs.chmodSync(storeOf(home), 0o600);
    await expectTakenIn(home);
  },
);

test.concurrent("A directory in its place", async () => {
  using home = newHome();
  const program = await killed(home);
  fs.renameSync(storeOf(home), `${storeOf(home)}.kept`);
  fs.mkdirSync(storeOf(home));
  expect(await expectBroughtBack(home, program)).toMatchObject({ code: 1 });
  fs.rmdirSync(storeOf(home));
  fs.renameSync(`${storeOf(home)}.kept`, storeOf(home));
  await expectTakenIn(home);
});

test.concurrent("Its folder is a file: exit 3, and the program is brought back all the same", async () => {
  using home = newHome();
  const program = await killed(home);
  const file = path.join(home.folder, "a file");
  fs.writeFileSync(file, "");
  const config = path.join(home.estatus, "estatus.toml");
  const { code, stderr } = await estatus(home.folder, ["check", "--config", config], {
    env: { ESTATUS_HOME: file },
  });
  expect(code).toBe(3);
  expect(stderr).toContain(file);
  expect(stderr).not.toContain("    at ");
  expect(processesOf(program.executable)).toHaveLength(1);
});

const DAMAGE: readonly (readonly [string, (bytes: Buffer) => Buffer | string])[] = [
  ["text", () => "this is no database at all\n".repeat(500)],
  ["its first page", (bytes) => bytes.fill(0xa5, 0, 4096)],
  ["a page in the middle", (bytes) => bytes.fill(0xa5, 2 * 4096, 3 * 4096)],
  ["every page but the first", (bytes) => bytes.fill(0xa5, 4096)],
  ["nothing but zeros", (bytes) => bytes.fill(0)],
  ["cut short", (bytes) => bytes.subarray(0, 5 * 4096 + 100)],
];

test.concurrent.for(DAMAGE)(
  "Damaged (%s): kept under a dated name, and a new one begins",
  async ([, damage]) => {
    using home = newHome();
    const program = await killed(home);
    // Everything in the one file: a log beside it would still hold the pages whole.
    openDatabase(storeOf(home)).close();
    const damaged = damage(fs.readFileSync(storeOf(home)));
    fs.writeFileSync(storeOf(home), damaged);
    await expectBroughtBack(home, program);
    const aside = fs
      .readdirSync(home.estatus)
      .filter((name) => /^estatus\.corrupt-[-0-9TZ]+\.db$/.test(name));
    expect(aside).toHaveLength(1);
    expect(fs.readFileSync(path.join(home.estatus, aside[0]!)).length).toBeGreaterThan(0);
    for (const _ of [1, 2]) expect(await check(home)).toMatchObject({ code: 0, stderr: "" });
    expect(processesOf(program.executable)).toHaveLength(1);
    expect(await outages(home, "Guarded")).toEqual([]);
  },
);

test.concurrent("Each page damaged in its turn, and zero bytes: back each time, and never a second program", async () => {
  using home = newHome();
  const program = await killed(home);
  // One that ends a moment after each launch would be a crash loop.
  configure(home, [{ ...program, backoff_cap: "100ms" }]);
  openDatabase(storeOf(home)).close();
  const whole = fs.readFileSync(storeOf(home));
  const damaged = Array.from({ length: whole.length / 4_096 }, (_, page) =>
    Buffer.from(whole).fill(0xa5, page * 4_096, (page + 1) * 4_096),
  );
  expect(damaged.length).toBeGreaterThan(15);
  for (const bytes of [...damaged, Buffer.alloc(0)]) {
    for (const end of ["-wal", "-shm"]) fs.rmSync(`${storeOf(home)}${end}`, { force: true });
    fs.writeFileSync(storeOf(home), bytes);
    const { stderr, stdout } = await check(home);
    expect(stderr).not.toContain("    at ");
    expect(
      processesOf(program.executable),
      `page ${damaged.indexOf(bytes)}: ${stdout}${stderr}`,
    ).toHaveLength(1);
    const [pid] = processesOf(program.executable);
    kill([pid!]);
    await until("the program is gone", () => !isAlive(pid!));
  }
}, 180_000);
