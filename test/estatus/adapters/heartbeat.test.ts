import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readHeartbeat } from "../../../src/estatus/adapters/heartbeat.ts";
import { newHome } from "../../support/home.ts";

const beat = {
  pid: 7,
  started_at: "2026-11-22T10:00:00.000Z",
  beat_at: "2026-11-22T10:00:05.000Z",
  state: "running",
};

test("A heartbeat is read as the contract has it, with times in ISO 8601 or in milliseconds", () => {
  using home = newHome();
  const file = path.join(home.folder, "alive.json");
  const expected = { pid: 7, startedAt: 1_795_341_600_000, beatAt: 1_795_341_605_000, state: "running" };
  fs.writeFileSync(file, JSON.stringify({ ...beat, restored: { contacts: 3 } }));
  expect(readHeartbeat(file)).toMatchObject({ ...expected, reason: null, restored: { contacts: 3 } });
  fs.writeFileSync(
    file,
    JSON.stringify({
      ...beat,
      started_at: expected.startedAt,
      beat_at: expected.beatAt,
      state: "closed",
      reason: "quit",
    }),
  );
  expect(readHeartbeat(file)).toMatchObject({ ...expected, state: "closed", reason: "quit", restored: null });
});

const NONE: readonly (readonly [string, (file: string) => void])[] = [
  ["missing", () => undefined],
  ["empty", (file) => fs.writeFileSync(file, "")],
  ["half written", (file) => fs.writeFileSync(file, JSON.stringify(beat).slice(0, 50))],
  ["a list", (file) => fs.writeFileSync(file, "[]")],
  ["bytes that are no text", (file) => fs.writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
  ["without a pid", (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, pid: undefined }))],
  ["of pid -1", (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, pid: -1 }))],
  ["of a pid in text", (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, pid: "7" }))],
  ["of no time", (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, beat_at: "soon" }))],
  [
    "of the 30th of February",
    (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, beat_at: "2026-02-30T00:00:00Z" })),
  ],
  ["of another state", (file) => fs.writeFileSync(file, JSON.stringify({ ...beat, state: "fine" }))],
  ["ten thousand brackets", (file) => fs.writeFileSync(file, "[".repeat(10_000))],
  ["a folder", (file) => fs.mkdirSync(file)],
  ["a pipe that nobody writes to", (file) => execFileSync("mkfifo", [file])],
  ["a link to a device without end", (file) => fs.symlinkSync("/dev/zero", file)],
  ["a link to itself", (file) => fs.symlinkSync(file, file)],
  ["1 GB", (file) => (fs.writeFileSync(file, JSON.stringify(beat)), fs.truncateSync(file, 1_000_000_000))],
];

test.for(NONE)("A heartbeat file that is %s is none, and nobody waits for it", ([, make]) => {
  using home = newHome();
  const file = path.join(home.folder, "alive.json");
  make(file);
  const before = process.cpuUsage();
  expect(readHeartbeat(file)).toBeNull();
  // What it costs, in µs, and not how long that takes on a machine with much else to do.
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(500_000);
});

test.runIf(process.getuid?.() === 0)("A heartbeat file of another user is none, whatever it says", () => {
  using home = newHome();
  const file = path.join(home.folder, "alive.json");
  fs.writeFileSync(file, JSON.stringify(beat));
  expect(readHeartbeat(file)).not.toBeNull();
  fs.chownSync(file, 65_534, 65_534);
  expect(readHeartbeat(file)).toBeNull();
});

test("A reason longer than a sentence is cut, and what was restored must be an object", () => {
  using home = newHome();
  const file = path.join(home.folder, "alive.json");
  fs.writeFileSync(file, JSON.stringify({ ...beat, reason: "x".repeat(10_000), restored: ["everything"] }));
  expect(readHeartbeat(file)).toMatchObject({ reason: "x".repeat(200), restored: null });
});
