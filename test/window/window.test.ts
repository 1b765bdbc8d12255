import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Bounds } from "../../src/agenda/window-bounds.ts";
import { heartbeatIn, newFolder } from "../agenda/launch.ts";
import {
  clipboard,
  geometryOf,
  inDatabase,
  launchWindow,
  launchWithoutPage,
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

/** Moves and resizes the window, and waits until Agenda has kept that: a place is kept a moment after it was taken. */
async function placed(folder: string, window: string, to: Omit<Bounds, "maximized">): Promise<void> {
  xdotool("windowsize", "--sync", window, String(to.width), String(to.height));
  xdotool("windowmove", "--sync", window, String(to.x), String(to.y));
  await until("its place to be kept", () => {
    const kept = JSON.parse(inDatabase<string>(folder, bounds)[0] ?? "null") as Bounds | null;
    if (kept === null || kept.width !== to.width || kept.height !== to.height) return null;
    // What is kept is where its frame stands.
    return Math.abs(kept.x - to.x) < 10 && Math.abs(kept.y - to.y) < 60 ? true : null;
  });
}

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
    await placed(home.folder, window, { x: 300, y: 120, width: 400, height: 500 });
    place = geometryOf(window);
    await photograph("before-kill");
    agenda.kill("SIGKILL");
    await agenda.ended;
    expect(heartbeatIn(home.folder)).toMatchObject({ state: "running" });
  }
  await using again = launchWindow(home.folder);
  const window = await shown();
  await photograph("after-relaunch");
  await expect.poll(() => geometryOf(window)).toEqual(place);
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
  await using agenda = await launchWithoutPage(home.folder);
  await pause(7_000);
  expect(visibleWindow()).toBeNull();
  process.kill(agenda.engine, "SIGCONT");
  await shown();
  xdotool("type", "--delay", "30", "Ana Lopez");
  await until("all of the name", () => (inDatabase(home.folder, draftName)[0] === "Ana Lopez" ? true : null));
});

test("A second launch while the page is slow in coming shows the window at once, and its place is kept", async () => {
  using home = newFolder();
  await using agenda = await launchWithoutPage(home.folder);
  await using second = launchWindow(home.folder);
  expect(await second.ended).toBe(0);
  const window = await until("the window", visibleWindow);
  process.kill(agenda.engine, "SIGCONT");
  xdotool("windowsize", "--sync", window, "400", "500");
  await until("bounds", () =>
    /"width":400.*"height":500/.test(inDatabase<string>(home.folder, bounds)[0] ?? "") ? true : null,
  );
});

test("Once it is kept where it was moved and resized to, the window comes back there from kill -9", async () => {
  using home = newFolder();
  {
    await using agenda = launchWindow(home.folder);
    const window = await ready(home.folder);
    await placed(home.folder, window, { x: 310, y: 130, width: 420, height: 520 });
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using again = launchWindow(home.folder);
  const window = await shown();
  await expect.poll(() => geometryOf(window)).toMatchObject({ width: 420, height: 520 });
  // The frame may take some of it.
  await expect.poll(() => Math.abs(geometryOf(window).x - 310)).toBeLessThan(10);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: again.pid });
});

test("The window gets no smaller than its contents need", async () => {
  using home = newFolder();
  await using agenda = launchWindow(home.folder);
  const window = await shown();
  xdotool("windowsize", window, "100", "100");
  await expect.poll(() => geometryOf(window)).toMatchObject({ width: 320, height: 420 });
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

/**
 * Copies the number of the first contact at the keyboard, and gives what is on the clipboard then. What is kept may not
 * be in the list yet, where keys find nobody: they are pressed again until they find the contact.
 */
async function copied(folder: string): Promise<string> {
  const onContact = "SELECT 1 FROM kept WHERE name = 'view' AND value ->> 'focus' LIKE 'list:%'";
  const toTheList = () => {
    for (const key of ["ctrl+f", "Tab", "Tab", "Tab"]) xdotool("key", key);
  };
  toTheList();
  await until(
    "the cursor on a contact",
    () => (inDatabase(folder, onContact).length > 0 ? true : (toTheList(), null)),
    1_000,
  );
  return until(
    "a number on the clipboard",
    () => {
      for (const key of ["Home", "ctrl+c"]) xdotool("key", key);
      return clipboard() || null;
    },
    500,
  );
}

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
  expect(await copied(home.folder)).toBe("600 11 12 22");
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
  await copied(home.folder);
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
  await expect
    .poll(() => geometryOf(window))
    .toSatisfy(
      ({ x, y, width, height }: ReturnType<typeof geometryOf>) =>
        x > 300 && x + width < 980 && y >= 0 && y + height <= 800,
    );
  expect(propertyOf(window, "_NET_WM_ICON")).toContain("Icon (48 x 48)");
});
