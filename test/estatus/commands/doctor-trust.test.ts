import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome, type Home } from "../../support/home.ts";

async function trust(home: Home): Promise<{ id: string; level: string; cure: string }[]> {
  const { stdout } = await estatus(home.folder, ["doctor", "--json"]);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; level: string; cure: string }[] };
  return findings.filter(({ id }) => id.startsWith("trust"));
}

const executable = (home: Home) => path.join(home.folder, "Guarded");
const config = (home: Home) => path.join(home.estatus, "estatus.toml");

test("doctor is content where only the user may write", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  expect(await trust(home)).toMatchObject([{ id: "trust", level: "ok" }]);
});

test.for([
  ["the executable", executable],
  ["the executable's folder", (home: Home) => home.folder],
  ["the configuration", config],
  ["the configuration's folder", (home: Home) => home.estatus],
] as const)("doctor warns where others may write to %s", async ([, place]) => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  fs.chmodSync(place(home), 0o777);
  expect(await trust(home)).toMatchObject([
    {
      id: `trust:${place(home)}`,
      level: "warning",
      cure: expect.stringContaining(`chmod go-w "${place(home)}"`),
    },
  ]);
});

test.runIf(process.getuid?.() === 0)("doctor warns where another user owns the executable", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  fs.chownSync(executable(home), 65_534, 65_534);
  expect(await trust(home)).toMatchObject([{ id: `trust:${executable(home)}`, level: "warning" }]);
});
