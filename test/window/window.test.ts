import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { heartbeatIn, newFolder } from "../agenda/launch.ts";
import {
  geometryOf,
  inDatabase,
  launchWindow,
  photograph,
  until,
  visibleWindow,
  xdotool,
} from "./desktop.ts";

const draftName = "SELECT value ->> 'name' FROM kept WHERE name = 'draft'";
const bounds = "SELECT value FROM kept WHERE name = 'bounds'";

async function shown(): Promise<string> {
  const window = await until("a window", visibleWindow);
  xdotool("windowactivate", "--sync", window);
  return window;
}

test("What is typed at a real keyboard survives kill -9, and the window comes back in its place with it", async () => {
  using home = newFolder();
  let place: ReturnType<typeof geometryOf>;
  {
    await using agenda = launchWindow(home.folder);
    const window = await shown();
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
    photograph("before-kill");
    agenda.kill("SIGKILL");
    await agenda.ended;
    expect(heartbeatIn(home.folder)).toMatchObject({ state: "running" });
  }
  await using again = launchWindow(home.folder);
  const window = await shown();
  await pause(1_000);
  photograph("after-relaunch");
  expect(geometryOf(window)).toEqual(place);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: again.pid, restored: { contacts: 1, draft: true } });
  // The cursor is where it was: in the name, behind what was typed.
  xdotool("key", "End");
  xdotool("type", "--delay", "30", "me");
  await until("the draft to go on", () =>
    inDatabase(home.folder, draftName)[0] === "Half a name" ? true : null,
  );
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
