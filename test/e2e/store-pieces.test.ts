import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listResources, readResource } from "../../src/resources.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { check } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";

const piece = (home: Home, suffix: string) => path.join(home.estatus, `estatus.db${suffix}`);

const olderPiece = (home: Home, suffix: string) => path.join(home.folder, `older${suffix}`);

/** A relaunch that leaves the log and the shared memory behind, as a check that is ended does. */
async function leavingTheLog(home: Home): Promise<void> {
  const holder = openDatabase(piece(home, ""));
  expect(await check(home)).toMatchObject({ code: 1 });
  const pieces = ["", "-wal", "-shm"].map((each) => [each, fs.readFileSync(piece(home, each))] as const);
  holder.close();
  for (const [each, bytes] of pieces) fs.writeFileSync(piece(home, each), bytes);
}

const TAKEN: readonly (readonly [string, (home: Home) => void])[] = [
  ["its log is missing", (home) => fs.rmSync(piece(home, "-wal"))],
  ["its shared memory is missing", (home) => fs.rmSync(piece(home, "-shm"))],
  ["both are missing", (home) => ["-wal", "-shm"].forEach((each) => fs.rmSync(piece(home, each)))],
  ["the database is missing and its log is not", (home) => fs.rmSync(piece(home, ""))],
  ["its log is text", (home) => fs.writeFileSync(piece(home, "-wal"), "no log at all\n".repeat(1_000))],
  ["its shared memory is text", (home) => fs.writeFileSync(piece(home, "-shm"), "no index\n".repeat(4_000))],
  ["its log is of an older store", (home) => fs.copyFileSync(olderPiece(home, "-wal"), piece(home, "-wal"))],
  [
    "its shared memory is of an older store",
    (home) => fs.copyFileSync(olderPiece(home, "-shm"), piece(home, "-shm")),
  ],
  [
    "log and shared memory are of an older store",
    (home) => ["-wal", "-shm"].forEach((each) => fs.copyFileSync(olderPiece(home, each), piece(home, each))),
  ],
  [
    "the folder is gone",
    (home) => {
      const config = fs.readFileSync(path.join(home.estatus, "estatus.toml"));
      fs.rmSync(home.estatus, { recursive: true });
      fs.mkdirSync(home.estatus);
      fs.writeFileSync(path.join(home.estatus, "estatus.toml"), config);
    },
  ],
];

test.concurrent.for(TAKEN)(
  "A store of which %s: never a second program, and back all the same",
  async ([, take]) => {
    using home = newHome();
    const executable = await bringUp(home);
    await endProgram(executable);
    await leavingTheLog(home);
    for (const each of ["-wal", "-shm"]) fs.copyFileSync(piece(home, each), olderPiece(home, each));
    // From here on the store is a newer one: the log is taken in, and begun anew.
    openDatabase(piece(home, "")).close();
    await endProgram(executable);
    await leavingTheLog(home);
    const before = processesOf(executable);

    take(home);
    const { stderr } = await check(home);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(processesOf(executable)).toEqual(before);
    await endProgram(executable);
    await check(home);
    expect(processesOf(executable)).toHaveLength(1);
    await expectBack(home, executable);
  },
);

const files = listResources("db/estatus", ".sql");

// One version after another: ten at once are what is tried here, and each waits no longer than 10 s for the others.
test.for(files.map((_, index) => [index + 1]))(
  "Ten checks begun while a store of version %i is brought to the newest: one relaunch",
  async ([version]) => {
    using home = newHome();
    const db = openDatabase(piece(home, ""));
    for (const file of files.slice(0, version)) db.exec(readResource(file));
    db.pragma(`user_version = ${version}`);
    db.close();
    const program = sleeper(home);
    configure(home, [program]);
    const all = await Promise.all(Array.from({ length: 10 }, () => check(home)));
    expect(all.map(({ stderr }) => stderr).join("")).toBe("");
    expect(processesOf(program.executable)).toHaveLength(1);
    const launched = all.filter(({ programs }) => programs.some(({ attempt }) => attempt !== null));
    expect(launched).toHaveLength(1);
  },
);
