import path from "node:path";
import { expect, test } from "vitest";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";

// Two ways to begin an escape sequence, one to turn the text around, and HTML.
const evil = "\u001b[2J\u009b31m\u202e<b>";
// oxlint-disable-next-line no-control-regex -- finding them is the point
const harmful = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test("An executable and a reason full of escapes are shown as text by check, status, pause and doctor", async () => {
  using home = newHome();
  const program = { ...sleeper(home), executable: path.join(home.folder, `no such ${evil}`) };
  configure(home, [program]);
  const commands = [
    ["check"],
    ["doctor"],
    ["status"],
    ["pause", "1h", "--reason", evil],
    ["status"],
    ["report"],
    ["check", "--program", evil],
    ["check", "--config", `/no/${evil}`],
  ];
  for (const args of commands) {
    const { stdout, stderr } = await estatus(home.folder, args);
    expect(stdout + stderr, args.join(" ")).not.toBe("");
    expect(harmful.exec(stdout + stderr), args.join(" ")).toBeNull();
  }
});

test.for(["\u009b31m", "\u202e", "\u0085"])(
  "A program name that holds %j is refused with its line",
  async (bad) => {
    using home = newHome();
    configure(home, [{ ...sleeper(home), name: `Agenda${bad}` }]);
    const { code, stderr, stdout } = await estatus(home.folder, ["check"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/estatus\.toml:\d+: /);
    expect(harmful.exec(stderr)).toBeNull();
  },
);
