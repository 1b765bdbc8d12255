import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const home = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-start-"));
const heartbeat = path.join(home, ".local", "share", "agenda", "alive.json");

// A newcomer's machine: an empty home, no desktop, nothing of ours in the environment.
const { PATH = "", LANG = "C.UTF-8" } = process.env;
const start = () =>
  spawnSync("npm", ["start"], {
    cwd: root,
    encoding: "utf8",
    env: { PATH, LANG, HOME: home, ESTATUS_LANG: "en" },
  });
const agendaPid = () => (JSON.parse(fs.readFileSync(heartbeat, "utf8")) as { pid: number }).pid;

afterAll(() => {
  // Where nothing was launched there is none, and the test has said so.
  if (fs.existsSync(heartbeat)) process.kill(agendaPid(), "SIGKILL");
  fs.rmSync(home, { recursive: true, force: true });
});

it("launches Agenda, says so with a link that opens it, and the second time says that it is up", () => {
  const first = start();
  expect(first.stdout).toMatch(/Agenda is missing\.\n.*launched \(pid \d+\).*\n.*Agenda is up \(pid \d+\)/);
  expect(first.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/open\?key=\S+/);
  expect(first.status).toBe(0);

  const second = start();
  expect(second.stdout).toContain(`Agenda is up (pid ${agendaPid()}, since `);
  expect(second.status).toBe(0);
});
