import path from "node:path";
import { expect, test } from "vitest";
import { check, report } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { processesOf } from "../support/processes.ts";

test("Of several programs one that cannot be launched does not stop the others", async () => {
  using home = newHome();
  const good = [sleeper(home, "First"), sleeper(home, "Last")];
  const absent = { name: "Absent", executable: path.join(home.folder, "Absent") };
  configure(home, [good[0]!, absent, good[1]!]);
  const { code, programs } = await check(home);
  expect(code).toBe(2);
  expect(programs.map((each) => [each.program, each.exit_code])).toEqual([
    ["First", 1],
    ["Absent", 2],
    ["Last", 1],
  ]);
  for (const { executable } of good) expect(processesOf(executable)).toHaveLength(1);
  for (const { name } of good) {
    expect(await report(home, name)).toMatchObject({ failures: 0, outages: [{ ended_by: "estatus" }] });
  }
  expect(await report(home, "Absent")).toMatchObject({ outages: [{ ended_at: null }] });
  const one = await estatus(home.folder, ["check", "--program", "last"]);
  expect(one).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Last is up [^\n]*\n$/) });
});
