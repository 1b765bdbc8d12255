import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check } from "../../support/commands.ts";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

test("A report goes through a link and into a pipe, leaves both what they are, and says where a device takes none", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  await check(home);
  const [target, link] = ["report.csv", "link.csv"].map((name) => path.join(home.folder, name));
  const to = (out: string, through: readonly string[] = []) =>
    estatus(home.folder, ["report", "--format", "csv", "--out", out], { through });

  fs.symlinkSync(target!, link!);
  expect(await to(link!)).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(fs.readlinkSync(link!)).toBe(target);
  const report = fs.readFileSync(target!, "utf8");
  expect(report).toMatch(/^program,/);

  // By a link of its own: as root, the system's would be at risk here.
  const stdout = path.join(home.folder, "stdout");
  fs.symlinkSync("/proc/self/fd/1", stdout);
  const piped = await to(stdout, ["sh", "-c", '"$@" | cat', "sh"]);
  expect(piped.stdout.split("\n")[0]).toBe(report.split("\n")[0]);
  expect(fs.lstatSync(stdout).isSymbolicLink()).toBe(true);

  const full = path.join(home.folder, "full");
  fs.symlinkSync("/dev/full", full);
  const refused = await to(full);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(`could not be written to ${full}: ENOSPC`);
});
