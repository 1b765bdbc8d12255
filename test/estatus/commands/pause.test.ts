import fs from "node:fs";
import { expect, test } from "vitest";
import { openStore } from "../../../src/estatus/store/store.ts";
import { estatus } from "../../support/estatus.ts";
import { newHome, type Home } from "../../support/home.ts";

const resume = async (home: Home) => {
  const { code, stdout } = await estatus(home.folder, ["resume"]);
  return { code, stdout: stdout.trim() };
};
const nothingPaused = { code: 0, stdout: "Agenda was not paused." };

test("resume where nothing was ever recorded says that nothing was paused, and leaves nothing behind", async () => {
  using home = newHome();
  expect(await resume(home)).toEqual(nothingPaused);
  expect(fs.readdirSync(home.estatus)).toEqual([]);
});

test("resume of a program that the record does not know does not make it known", async () => {
  using home = newHome();
  openStore(home.estatus).close();
  expect(await resume(home)).toEqual(nothingPaused);
  const db = openStore(home.estatus);
  expect(db.prepare("SELECT name FROM program").all()).toEqual([]);
  db.close();
});

test("resume ends a pause, once", async () => {
  using home = newHome();
  await estatus(home.folder, ["pause", "1h"]);
  expect(await resume(home)).toMatchObject({ code: 0, stdout: expect.stringContaining("the pause is over") });
  expect(await resume(home)).toEqual(nothingPaused);
});
