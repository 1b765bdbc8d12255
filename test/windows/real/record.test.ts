import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { said, type Recording } from "../recording.ts";

test("what Windows answers is written down; whoever sees this log may add it to the recordings", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-record-"));
  const script = path.join(import.meta.dirname, "../record.ts");
  await execa(process.execPath, [script, "--as", "here", "--into", folder]);
  const written = fs.readFileSync(path.join(folder, "here.json"), "utf8");
  fs.rmSync(folder, { recursive: true });
  console.log(written);
  const { said: agreed, ...recording } = JSON.parse(written) as Recording & { said: object };
  expect(JSON.parse(JSON.stringify(said(recording)))).toEqual(agreed);
  // The log of power and crashes may be empty; that Task Scheduler answered is certain.
  expect(agreed).toMatchObject({ facts: { task: expect.stringMatching(/^(on|off|missing)$/) } });
});
