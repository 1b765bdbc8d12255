import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const file = pathToFileURL(path.join(import.meta.dirname, "../src/local-zone.ts")).href;
const zoneWith = (TZ: string) =>
  execFileSync(
    process.execPath,
    ["-e", `import(${JSON.stringify(file)}).then(({ localZone }) => console.log(localZone()))`],
    { env: { ...process.env, TZ }, encoding: "utf8" },
  ).trim();

it("is the machine's own zone", () => {
  expect(zoneWith("Europe/Madrid")).toBe("Europe/Madrid");
});

it("is UTC where the system names a zone that does not exist", () => {
  expect(zoneWith("Etc/Unknown")).toBe("UTC");
  expect(zoneWith("Not/AZone")).toBe("UTC");
});
