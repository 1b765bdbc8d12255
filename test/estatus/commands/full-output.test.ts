import { describe, expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

const toFull = (home: string, words: string) =>
  estatus(home, words.split(" "), { through: ["sh", "-c", '"$@" >/dev/full', "sh"] });

describe.concurrent("where nothing can be written", () => {
  const printing = [
    "status",
    "status --json",
    "doctor",
    "doctor --json",
    "config schema",
    "config path",
    "config validate",
    "register --print",
    "--help",
    "--version",
  ];
  test.concurrent.for(printing)("estatus %s, which only prints, fails and says why", async (words) => {
    using home = newHome();
    configure(home, [sleeper(home)]);
    const { code, stderr } = await toFull(home.folder, words);
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/ENOSPC.*The disk is full: free some space and try again\.\n$/);
  });

  // What they do matters more than their words.
  test.concurrent.for([
    ["check", 1],
    ["check --json", 1],
    ["watch --every 10s --for 1s", 0],
    ["pause 1h", 0],
    ["config init --config fresh.toml", 0],
  ] as const)("estatus %s does its work all the same", async ([words, expected]) => {
    using home = newHome();
    configure(home, [sleeper(home)]);
    const file = words.replace("fresh.toml", `${home.folder}/fresh.toml`);
    expect(await toFull(home.folder, file)).toMatchObject({ code: expected, stderr: "" });
  });

  test.concurrent("A reader that went away is no failure", async () => {
    using home = newHome();
    const through = ["bash", "-c", '"$@" | true; exit ${PIPESTATUS[0]}', "bash"];
    expect(await estatus(home.folder, ["config", "schema"], { through })).toMatchObject({
      code: 0,
      stderr: "",
    });
  });
});
