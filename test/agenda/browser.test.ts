import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enter, heartbeatIn, launch, newFolder, type Guest, type Launched } from "./launch.ts";

// A desktop whose browser writes the link it is given into a file. No display answers at this name, so that no
// window of Agenda's own can open.
let stack: DisposableStack;
let folder: string;
let desktop: NodeJS.ProcessEnv;

beforeEach(() => {
  stack = new DisposableStack();
  folder = stack.use(newFolder()).folder;
  const bin = path.join(folder, "bin");
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, "xdg-open"), `#!/bin/sh\necho "$1" >> "${folder}/opened"\n`, {
    mode: 0o755,
  });
  desktop = { DISPLAY: ":nowhere", PATH: `${bin}:${process.env["PATH"]}` };
});

afterEach(() => stack.dispose());

async function openedLinks(count: number): Promise<string[]> {
  for (;;) {
    const file = path.join(folder, "opened");
    const links = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
    if (links.length >= count) return links;
    await pause(20);
  }
}

/** Leaves the page and comes back, twice. False where the machine took longer for it than the 3 s that Agenda waits. */
async function reloads(page: Guest): Promise<boolean> {
  const events = await page.ask("GET", "api/events");
  let left = 0;
  const leave = async ({ body }: Response) => {
    left = performance.now();
    await body!.cancel();
  };
  await leave(events);
  for (let reload = 0; reload < 2; reload += 1) {
    await pause(500);
    const back = await page.ask("GET", "api/events").catch(() => null);
    if (performance.now() - left > 2_900) return false;
    expect(back).not.toBeNull();
    expect(heartbeatIn(folder)).toMatchObject({ state: "running" });
    await leave(back!);
  }
  return true;
}

test("Without a window of its own it opens the browser, outlives a reload, and ends and says so when the page stays away", async () => {
  await using stack = new AsyncDisposableStack();
  let agenda: Launched;
  let tries = 0;
  do {
    agenda = stack.use(launch(folder, [], [], desktop));
    tries += 1;
    expect(tries).toBeLessThan(10);
  } while (!(await reloads(await enter((await openedLinks(tries))[tries - 1]!))) && (await agenda.ended));
  const { code, stdout } = await agenda.ended;
  expect([code, stdout]).toEqual([0, "The page was closed, so Agenda has ended. Everything is saved.\n"]);
  expect(heartbeatIn(folder)).toMatchObject({ state: "closed", reason: "window-closed" });
});

test("A second launch has the first open the browser again", async () => {
  await using first = launch(folder, [], [], desktop);
  const [link] = await openedLinks(1);
  await using second = launch(folder, [], [], desktop);
  expect(await second.ended).toMatchObject({ code: 0, stdout: "" });
  const [, again] = await openedLinks(2);
  expect(again).not.toBe(link);
  expect(new URL(again!).port).toBe(new URL(link!).port);
  await enter(again!);
  expect(heartbeatIn(folder)).toMatchObject({ pid: first.pid });
});

test("A launch with a desktop opens the page of an Agenda that runs without one", async () => {
  await using first = launch(folder);
  const link = await first.firstLine;
  await using second = launch(folder, [], [], desktop);
  expect(await second.ended).toMatchObject({ code: 0, stdout: "" });
  const [opened] = await openedLinks(1);
  expect(new URL(opened!).port).toBe(new URL(link).port);
});

test("Where no browser can be started it prints the link", async () => {
  await using agenda = launch(folder, [], [], { DISPLAY: ":nowhere", PATH: folder });
  await enter(await agenda.firstLine);
});
