import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newFolder } from "../agenda/launch.ts";
import { geometryOf, inDatabase, launchWindow, ready, until, xdotool } from "./desktop.ts";

const draftName = "SELECT value ->> 'name' FROM kept WHERE name = 'draft'";

/**
 * Takes pictures of what is written in the name, without its round corners, which are not drawn alike each time. In
 * farbfeld: nothing is packed, so that more ink is a smaller sum.
 */
function pictures(window: string, folder: string): () => Buffer {
  const { x, y } = geometryOf(window);
  const file = path.join(folder, "picture.ff");
  return () => {
    execFileSync("scrot", ["--overwrite", "--autoselect", `${x + 22},${y + 3},200,22`, file]);
    return fs.readFileSync(file);
  };
}

/** Waits until the cursor was there, away and there again; gives the picture with it. */
async function untilBlinks(take: () => Buffer, meanwhile = () => {}): Promise<Buffer> {
  const seen: Buffer[] = [];
  return until("a cursor that blinks", () => {
    meanwhile();
    const picture = take();
    if (!seen.at(-1)?.equals(picture)) seen.push(picture);
    const [before, other] = seen.slice(-3);
    if (seen.length < 3 || !before!.equals(picture)) return null;
    return paper(picture) < paper(other!) ? picture : other!;
  });
}

const paper = (picture: Buffer) => picture.reduce((sum, byte) => sum + byte, 0);

/** Waits until nothing else has been seen for 2 s, twice as long as a blink takes. */
async function untilStands(take: () => Buffer, wanted: Buffer): Promise<void> {
  let alike = 0;
  await until("a cursor that stands still and can be seen", () => {
    alike = take().equals(wanted) ? alike + 1 : 0;
    return alike === 20 ? true : null;
  });
}

test("At rest the cursor stands still and can be seen; every key after it counts, and it blinks again", async () => {
  using home = newFolder();
  await using _agenda = launchWindow(home.folder);
  const window = await ready(home.folder);
  const { x, y } = geometryOf(window);
  const take = pictures(window, home.folder);
  let moves = 0;
  const move = () => xdotool("mousemove", String(x + 100), String(y + 300 + (moves++ % 50)));
  const withCursor = await untilBlinks(take, move);
  await untilStands(take, withCursor);

  xdotool("type", "--delay", "30", "Ana Lopez");
  await until("all of the name", () => (inDatabase(home.folder, draftName)[0] === "Ana Lopez" ? true : null));
  await untilStands(take, await untilBlinks(take));
  expect(inDatabase(home.folder, draftName)).toEqual(["Ana Lopez"]);
});
