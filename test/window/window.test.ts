import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { heartbeatIn, newFolder } from "../agenda/launch.ts";
import {
  childOf,
  clipboard,
  geometryOf,
  inDatabase,
  launchWindow,
  photograph,
  propertyOf,
  ready,
  shown,
  until,
  visibleWindow,
  xdotool,
} from "./desktop.ts";

const draftName = "SELECT value ->> 'name' FROM kept WHERE name = 'draft'";
const bounds = "SELECT value FROM kept WHERE name = 'bounds'";

test("What is typed at a real keyboard survives kill -9, and the window comes back in its place with it", async () => {
  using home = newFolder();
  let place: ReturnType<typeof geometryOf>;
  {
    await using agenda = launchWindow(home.folder);
    const window = await ready(home.folder);
    xdotool("type", "--delay", "30", "Ana Lopez");
    xdotool("key", "Tab");
    xdotool("type", "--delay", "30", "600 111 222");
    xdotool("key", "Return");
    const names = "SELECT name || ' ' || phone FROM contact";
    await until("a contact", () => inDatabase<string>(home.folder, names)[0] ?? null);
    expect(inDatabase(home.folder, names)).toEqual(["Ana Lopez 600 111 222"]);
    xdotool("type", "--delay", "30", "Half a na");
    await until("a draft", () => (inDatabase(home.folder, draftName)[0] === "Half a na" ? true : null));
    xdotool("windowsize", "--sync", window, "400", "500");
    xdotool("windowmove", "--sync", window, "300", "120");
    await until("bounds", () =>
      /"width":400.*"height":500/.test(inDatabase<string>(home.folder, bounds)[0] ?? "") ? true : null,
    );
    await pause(500);
    place = geometryOf(window);
    await photograph("before-kill");
    agenda.kill("SIGKILL");
    await agenda.ended;
    expect(heartbeatIn(home.folder)).toMatchObject({ state: "running" });
  }
  await using again = launchWindow(home.folder);
  const window = await shown();
  await photograph("after-relaunch");
  await pause(1_000);
  expect(geometryOf(window)).toEqual(place);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: again.pid, restored: { contacts: 1, draft: true } });
  // The cursor is where it was: in the name, behind what was typed.
  xdotool("key", "End");
  xdotool("type", "--delay", "30", "me");
  await until("the draft to go on", () =>
    inDatabase(home.folder, draftName)[0] === "Half a name" ? true : null,
  );
});

test("A window whose page is slow in coming appears with it, and takes what is typed at once", async () => {
  using home = newFolder();
  await using agenda = launchWindow(home.folder);
  const engine = await until("the engine", () => childOf(agenda.pid, "WebKitWebProces"));
  process.kill(engine, "SIGSTOP");
  await pause(8_000);
  expect(visibleWindow()).toBeNull();
  process.kill(engine, "SIGCONT");
  await shown();
  xdotool("type", "--delay", "30", "Ana Lopez");
  await until("all of the name", () => (inDatabase(home.folder, draftName)[0] === "Ana Lopez" ? true : null));
});

test("A second launch while the page is slow in coming shows the window at once, and its place is kept", async () => {
  using home = newFolder();
  await using agenda = launchWindow(home.folder);
  const engine = await until("the engine", () => childOf(agenda.pid, "WebKitWebProces"));
  process.kill(engine, "SIGSTOP");
  await using second = launchWindow(home.folder);
  expect(await second.ended).toBe(0);
  const window = await until("the window", visibleWindow);
  process.kill(engine, "SIGCONT");
  xdotool("windowsize", "--sync", window, "400", "500");
  await until("bounds", () =>
    /"width":400.*"height":500/.test(inDatabase<string>(home.folder, bounds)[0] ?? "") ? true : null,
  );
});

test("250 ms after it was moved and resized, the window comes back there from kill -9", async () => {
  using home = newFolder();
  {
    await using agenda = launchWindow(home.folder);
    const window = await ready(home.folder);
    xdotool("windowsize", "--sync", window, "420", "520");
    xdotool("windowmove", "--sync", window, "310", "130");
    await pause(250);
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using again = launchWindow(home.folder);
  const window = await shown();
  await pause(1_000);
  const { x, width, height } = geometryOf(window);
  expect({ width, height }).toEqual({ width: 420, height: 520 });
  // The frame may take some of it.
  expect(Math.abs(x - 310)).toBeLessThan(10);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: again.pid });
});

test("The window gets no smaller than its contents need", async () => {
  using home = newFolder();
  await using agenda = launchWindow(home.folder);
  const window = await shown();
  xdotool("windowsize", window, "100", "100");
  await pause(500);
  expect(geometryOf(window)).toMatchObject({ width: 320, height: 420 });
  expect(agenda.pid).toBeGreaterThan(0);
});

test("A second launch brings the first window back to the front and ends with exit 0", async () => {
  using home = newFolder();
  await using first = launchWindow(home.folder);
  const window = await shown();
  xdotool("windowminimize", "--sync", window);
  await until("the window to be away", () => (visibleWindow() === null ? true : null));
  await using second = launchWindow(home.folder);
  expect(await second.ended).toBe(0);
  expect(await until("the window again", visibleWindow)).toBe(window);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: first.pid, state: "running" });
});

test("Closing the window ends the program with exit 0 and a receipt", async () => {
  using home = newFolder();
  await using agenda = launchWindow(home.folder);
  await shown();
  xdotool("key", "alt+F4");
  expect(await agenda.ended).toBe(0);
  expect(heartbeatIn(home.folder)).toMatchObject({ state: "closed", reason: "window-closed" });
});

/** Enters a contact at the keyboard and waits until it is kept. */
async function enter(folder: string, name: string, phone: string): Promise<void> {
  xdotool("type", "--delay", "30", name);
  xdotool("key", "Tab");
  xdotool("type", "--delay", "30", phone);
  xdotool("key", "Return");
  await until("the contact", () =>
    inDatabase(folder, "SELECT name FROM contact").includes(name) ? true : null,
  );
}

test("A number copied in the window is on the desktop's clipboard, and a number called goes to its telephone program", async () => {
  using home = newFolder();
  const bin = path.join(home.folder, "bin");
  fs.mkdirSync(bin);
  const called = path.join(home.folder, "called");
  fs.writeFileSync(path.join(bin, "xdg-open"), `#!/bin/sh\necho "$1" >> "${called}"\n`, { mode: 0o755 });
  await using _agenda = launchWindow(home.folder, { PATH: `${bin}:${process.env["PATH"]}` });
  await ready(home.folder);
  await enter(home.folder, "Ana", "600 111 222");
  xdotool("key", "ctrl+f");
  for (let tab = 0; tab < 3; tab += 1) xdotool("key", "Tab");
  xdotool("key", "Home");
  xdotool("key", "ctrl+c");
  expect(await until("the number", () => clipboard() || null)).toBe("600 11 12 22");
  await photograph("copied");
  xdotool("key", "ctrl+Return");
  const call = await until("the call", () =>
    fs.existsSync(called) ? fs.readFileSync(called, "utf8") : null,
  );
  expect(call).toBe("tel:+34600111222\n");
});

test("An export from the window is a whole file among the downloads, and the window says where", async () => {
  using home = newFolder();
  const downloads = path.join(home.folder, "Downloads");
  fs.mkdirSync(downloads);
  await using _agenda = launchWindow(home.folder);
  await ready(home.folder);
  await enter(home.folder, "Ana", "600 111 222");
  const files = () => fs.readdirSync(downloads).filter((name) => name.endsWith(".csv"));
  for (const expected of [1, 2]) {
    xdotool("key", "ctrl+f");
    xdotool("key", "Tab");
    xdotool("key", "Return");
    xdotool("key", "Down");
    xdotool("key", "Return");
    await until("the export", () => (files().length === expected ? true : null));
  }
  for (const name of files()) {
    expect(fs.readFileSync(path.join(downloads, name), "utf8")).toContain("Ana;600 111 222");
  }
  await pause(1_000);
  await photograph("exported");
});

test("A first window has Agenda's icon and stands whole in the middle of the screen", async () => {
  using home = newFolder();
  await using _agenda = launchWindow(home.folder);
  const window = await shown();
  const { x, y, width, height } = geometryOf(window);
  expect(x).toBeGreaterThan(300);
  expect(x + width).toBeLessThan(980);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThanOrEqual(800);
  expect(propertyOf(window, "_NET_WM_ICON")).toContain("Icon (48 x 48)");
});
