import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { check } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { until } from "../support/until.ts";

test("a report is opened as a whole page in the user's browser, and it is always told where the page lies", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  await check(home);
  const bin = path.join(home.folder, "bin");
  const opened = path.join(home.folder, "opened");
  fs.mkdirSync(bin);
  fs.writeFileSync(
    path.join(bin, "xdg-open"),
    `#!/bin/sh\necho "$1" > '${opened}.new' && mv '${opened}.new' '${opened}'\n`,
    {
      mode: 0o755,
    },
  );
  const open = (PATH: string) =>
    estatus(home.folder, ["report", "--format", "html", "--open"], { env: { PATH } });
  const ended = await open(`${bin}:${process.env["PATH"]}`);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  await until("the browser is asked", () => fs.existsSync(opened), 30_000);
  const shown = fileURLToPath(fs.readFileSync(opened, "utf8").trim());
  expect(ended.stdout).toBe(`The report is in ${shown}.\n`);
  expect(fs.statSync(shown).mode & 0o777).toBe(0o600);
  const page = fs.readFileSync(shown, "utf8");
  expect(page).toContain("<title>Guarded · Estatus</title>");
  expect(page.trimEnd().endsWith("</html>")).toBe(true);

  const { code, stderr } = await open("/nowhere");
  expect(code).toBe(1);
  const [, file] = /The report is in (\S+), but there is no way to open it/.exec(stderr)!;
  expect(fs.readFileSync(file!, "utf8")).toContain("<title>Guarded");
});
