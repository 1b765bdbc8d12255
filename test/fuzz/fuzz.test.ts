import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { foundFolder, TARGETS, targetUrl } from "./targets.ts";
import type { Target } from "./target.ts";

const planted = path.join(import.meta.dirname, "planted");
const plantedIn = (name: string, hangsMs?: number) =>
  fuzz(
    {
      url: pathToFileURL(path.join(planted, "targets.ts")).href,
      name,
      libraries: [],
      alsoUnder: planted,
      runs: 300_000,
      seed: 1,
    },
    {},
    hangsMs,
  );

describe("the fuzzer", () => {
  test.for([
    ["crashing", /TypeError: planted/],
    ["lying", /it must hold that it says whether it was read/],
  ] as const)("finds the defect of a reader that is %s, and cuts its input short", async ([name, key]) => {
    const { found, runs } = await plantedIn(name);
    expect(found.map((each) => each.key)).toEqual([expect.stringMatching(key)]);
    expect(found[0]!.input.length).toBeLessThan(25);
    expect(runs).toBeGreaterThan(1_000);
  });

  test("finds what never comes back", async () => {
    const { found } = await plantedIn("hanging", 3_000);
    expect(found.map(({ key }) => key)).toEqual(["it hangs"]);
    expect(Buffer.from(found[0]!.input).toString("latin1")).toMatch(/^PLANT.*\ndeeper\nhang/s);
  });
});

describe.for(Object.entries(TARGETS))("%s", ([target, { name, libraries }]) => {
  test("holds against 5,000 inputs that nobody would write", async () => {
    const { found, runs, edges } = await fuzz({
      url: targetUrl(target),
      name,
      libraries,
      runs: 5_000,
      seed: 1,
    });
    expect(found.map(({ key, input }) => [key, Buffer.from(input).toString("latin1")])).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(5_000);
    expect(edges).toBeGreaterThan(40);
  });

  test("holds against every input it was once found to fail on", async () => {
    const { [name]: reader } = (await import(targetUrl(target))) as Record<string, Target>;
    const folder = path.join(foundFolder, target);
    for (const file of fs.existsSync(folder) ? fs.readdirSync(folder) : [])
      expect(reader!.read(fs.readFileSync(path.join(folder, file))), file).toMatch(/^(?:read|refused)$/);
  });
});
