import path from "node:path";
import { expect, test } from "vitest";
import { bench, IDLE } from "./programs.ts";
import { windowsShown } from "./screen.ts";
import { run, windowsPath } from "./wine.ts";

const dist = path.join(import.meta.dirname, "../../../dist/windows");

test("a console child that is not kept from it is seen on the screen", async () => {
  const shown = () => windowsShown(() => run("start", ["/wait", "cmd", "/c", "exit"]));
  await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThan(0);
});

test("a check by the task's program shows no window, though it lists processes and asks Task Scheduler", async () => {
  // A program that is not there: it is looked for in the list, and nothing of its own is shown.
  const place = bench("unseen", IDLE, { executable: "C:\\bench\\unseen\\gone.exe" });
  const checker = windowsPath(path.join(dist, "estatusw.exe"));
  const shown = await windowsShown(async () => {
    expect(await run(checker, ["check"], { env: place.env })).toMatchObject({ code: 2 });
    expect(await run(checker, ["register"], { env: place.env })).toMatchObject({ code: 0 });
  });
  expect(shown).toBe(0);
});
