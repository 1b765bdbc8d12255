import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newHome } from "../../support/home.ts";

const module = path.join(import.meta.dirname, "../../../src/estatus/store/append-to.ts");

test("A line of which the disk takes only a part is an error, and not taken for written", () => {
  using home = newHome();
  const file = path.join(home.folder, "spool.jsonl");
  const script = `
    import { appendTo } from ${JSON.stringify(module)};
    try {
      appendTo(${JSON.stringify(file)}, "x".repeat(100_000));
    } catch (error) {
      process.stdout.write(error.code);
    }`;
  // Beyond the limit of a file's size a write takes what there is room for, as on a full disk.
  const shell = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"`;
  const { stdout } = spawnSync("sh", ["-c", shell, process.execPath, script], { encoding: "utf8" });
  expect(fs.statSync(file).size).toBeGreaterThan(0);
  expect(stdout).toBe("EFBIG");
});
