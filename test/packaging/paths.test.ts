import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packagedFiles } from "../../packaging/paths.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "packaged-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("what V8 compiled for a program that was run where it was packaged is not handed on", () => {
  const files = ["compiled/estatus/0123/main.cjs.bin", "estatus.exe", "native/compiled.node"];
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), "");
  }
  expect(packagedFiles(folder)).toEqual(files.slice(1).map((file) => path.join(folder, file)));
});
