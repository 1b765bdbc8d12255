import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { heartbeatIn } from "../../agenda/launch.ts";
import { check, outages } from "../../support/commands.ts";
import { configure, type Guarded } from "../../support/guarded.ts";
import { newHome, type Home } from "../../support/home.ts";
import { isAlive, kill } from "../../support/processes.ts";
import { until } from "../../support/until.ts";
import { linkTo } from "../../agenda/link-to.ts";
import { openPage } from "../open-page.ts";
import { cursor, field, rows, showsNames } from "./open-agenda.ts";
import { promisedTime } from "./promised-time.ts";

const built = path.join(import.meta.dirname, "../../../dist/linux");

function builtAgenda(home: Home): Guarded {
  const executable = path.join(home.folder, "Agenda");
  fs.copyFileSync(path.join(built, "Agenda"), executable);
  fs.symlinkSync(path.join(built, "native"), path.join(home.folder, "native"));
  const heartbeat = path.join(home.agenda, "alive.json");
  const args = ["--no-window", "--data", home.agenda];
  return { name: "Agenda", executable, arguments: args, heartbeat, survive: "4s" };
}

test("Agenda is killed in the middle of typing; the checker brings it back with everything on screen", async () => {
  using home = newHome();
  configure(home, [builtAgenda(home)]);
  const first = await check(home);
  expect(first).toMatchObject({ code: 1, programs: [{ state: "up" }] });
  const pid = first.programs[0]!.pid!;
  {
    await using window = await openPage(await linkTo(home.agenda));
    const { page } = window;
    for (const name of ["Ana Ruiz", "Anabel Gil", "Bruno Mas"]) {
      await field(page, "name").fill(name);
      await page.keyboard.press("Enter");
      await page.getByText(`Saved: ${name}`).waitFor();
    }
    await field(page, "search").fill("ana");
    await showsNames(page, ["Ana Ruiz", "Anabel Gil"]);
    await page.getByLabel("Order").selectOption("-name");
    await showsNames(page, ["Anabel Gil", "Ana Ruiz"]);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("menuitem", { name: "Settings" }).click();
    await page.getByLabel("Appearance").selectOption("dark");
    await page.getByLabel("Language").selectOption("es");
    await page.keyboard.press("Escape");
    await rows(page).filter({ hasText: "Anabel" }).click();
    await field(page, "name").fill("María Jo");
    await field(page, "phone").pressSequentially("600 11");
    await promisedTime(page);
    kill([pid]);
    await until("Agenda is gone", () => !isAlive(pid));
    await page.getByText("Agenda no responde").waitFor();
    expect(await field(page, "phone").inputValue()).toBe("600 11");
  }
  expect(await check(home)).toMatchObject({
    code: 1,
    programs: [{ state: "up", action: "launch", attempt: { result: "survived" } }],
  });
  await using window = await openPage(await linkTo(home.agenda));
  const { page } = window;
  await showsNames(page, ["Anabel Gil", "Ana Ruiz"]);
  expect(await field(page, "name").inputValue()).toBe("María Jo");
  expect(await field(page, "phone").inputValue()).toBe("600 11");
  expect(await field(page, "search").inputValue()).toBe("ana");
  expect(await cursor(page)).toBe("phone");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
  expect(await rows(page).filter({ hasText: "Anabel" }).getAttribute("aria-selected")).toBe("true");
  await page.getByText("Todo como lo dejó: el contacto que escribía, su búsqueda y su selección.").waitFor();
  expect(heartbeatIn(home.agenda)).toMatchObject({ restored: { contacts: 3, draft: true } });
  expect(await outages(home, "Agenda")).toMatchObject([
    { cause: "killed", ended_by: "estatus", restored: { contacts: 3, draft: true } },
  ]);
  expect(window.complaints).toEqual([]);
});
