import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, report } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { processesOf } from "../support/processes.ts";

const CASES: readonly (readonly [string, (file: string) => void, string])[] = [
  ["missing", () => undefined, "does not exist"],
  ["not executable", (file) => fs.writeFileSync(file, "#!/bin/sh\n", { mode: 0o644 }), "may not be run"],
  [
    "a script for an interpreter that is not there",
    (file) => fs.writeFileSync(file, "#!/bin/bash\r\n", { mode: 0o755 }),
    "does not exist. Install it, or correct that line and its end (LF, not CRLF)",
  ],
  ["a directory", (file) => fs.mkdirSync(file), "may not be run"],
];

test.for(CASES)("An executable that is %s is said so, tried again, and launched once mended", async (one) => {
  const [, spoil, sentence] = one;
  using home = newHome();
  const executable = path.join(home.folder, "Guarded");
  spoil(executable);
  configure(home, [{ name: "Guarded", executable, arguments: ["1000"] }]);

  const { code, stdout, stderr } = await estatus(home.folder, ["check"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  expect(stdout).toContain(`${executable} ${sentence}`);
  expect(stdout).not.toContain("    at ");
  expect(await check(home)).toMatchObject({
    code: 2,
    programs: [{ attempt: { result: "failed", pid: null } }],
  });
  const { outages } = await report(home, "Guarded");
  expect(outages).toMatchObject([{ ended_at: null, attempts: [{ result: "failed" }, { result: "failed" }] }]);

  fs.rmSync(executable, { recursive: true, force: true });
  sleeper(home);
  configure(home, [{ ...sleeper(home), backoff_cap: "100ms" }]);
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  expect(processesOf(executable)).toHaveLength(1);
});
