import fs from "node:fs";
import { expect, test } from "vitest";
import { listProcesses } from "../../../src/estatus/adapters/proc-list.ts";
import { sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";
import { startProgram } from "../../support/start-program.ts";

/** Has the system answer `code` to who asks what the process `pid` runs, while `look` does. */
function refusing<T>(pid: number, code: string, look: () => T): T {
  const real = fs.readlinkSync;
  const refused = (file: fs.PathLike) => {
    if (file === `/proc/${pid}/exe`) throw Object.assign(new Error(`${code}: ${file}`), { code });
    return real(file);
  };
  Object.assign(fs, { readlinkSync: refused });
  try {
    return look();
  } finally {
    Object.assign(fs, { readlinkSync: real });
  }
}

test("A process of which the system cannot say what it runs makes the list fail: it may be the program", () => {
  using home = newHome();
  const { pid } = startProgram(sleeper(home));
  expect(() => refusing(pid, "ENOMEM", listProcesses)).toThrow("ENOMEM");
  expect(refusing(pid, "EACCES", listProcesses)).toContainEqual({ pid, name: "Guarded" });
});

test("A process that runs what lies deeper than any path leads is no program, and does not make the list fail", () => {
  using home = newHome();
  const { pid } = startProgram(sleeper(home));
  expect(refusing(pid, "ENAMETOOLONG", listProcesses).some((listed) => listed.pid === pid)).toBe(false);
});
