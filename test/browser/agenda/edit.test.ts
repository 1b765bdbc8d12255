import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const three = adding("José Ñandú, 600 111 222", "Ana Ruiz, 915 550 101", "Łukasz Nowak, +48 512 345 678");

test("A row that is being edited keeps the cursor when another comes in above it", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "José" }).dblclick();
  await expect.poll(() => cursor(page)).toBe("edit-name");
  await page.keyboard.press("End");
  await page.keyboard.type(" Gi");
  await adding("Bea")(guest);
  await page.getByText("Bea").waitFor();
  await page.keyboard.type("l");
  expect(await field(page, "edit-name").inputValue()).toBe("José Ñandú Gil");
});

test("The keys that work anywhere work in the row that is being edited, and Delete there deletes a letter", async () => {
  await using opened = await openAgenda(three);
  const { page } = opened;
  await rows(page).filter({ hasText: "José" }).dblclick();
  await expect.poll(() => cursor(page)).toBe("edit-name");
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+f");
  expect(await cursor(page)).toBe("search");
  await field(page, "edit-name").focus();
  await page.keyboard.press("F1");
  await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await cursor(page)).toBe("edit-name");
  expect(await field(page, "edit-name").inputValue()).toBe("osé Ñandú");
  await page.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
});

test("Enter that is held down saves an edit once", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana Ruiz" }).dblclick();
  await field(page, "edit-name").fill("Ana Gil");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await showsNames(page, ["Ana Gil", "José Ñandú", "Łukasz Nowak"]);
  await page.keyboard.press("Control+z");
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
  expect(await guest.call("GET", "api/changes")).toMatchObject([
    { kind: "undo" },
    { kind: "edit" },
    { kind: "add" },
    {},
    {},
  ]);
});

test("Enter that is still held down when the edit is saved does not open the row again, nor save what it has opened", async () => {
  await using opened = await openAgenda(three);
  const { page } = opened;
  const stays = async (count: number) => {
    await expect.poll(() => field(page, "edit-name").count()).toBe(count);
    await page.keyboard.down("Enter");
    await page.waitForTimeout(400);
    expect(await field(page, "edit-name").count()).toBe(count);
    await page.keyboard.up("Enter");
  };
  await rows(page).filter({ hasText: "Ana Ruiz" }).click();
  await page.keyboard.down("Enter");
  await stays(1);
  await page.keyboard.down("Enter");
  await stays(0);
});

test("What is said of a contact with a very long name leaves the window to be seen", async () => {
  const name = "X".repeat(900);
  await using opened = await openAgenda(adding(name));
  const { page } = opened;
  const height = async () => (await page.locator(".toasts").boundingBox())!.height;
  await field(page, "name").fill(name);
  await page.keyboard.press("Enter");
  await page.getByText("who was there.").waitFor();
  expect(await height()).toBeLessThan(200);
  await rows(page).first().click();
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: X").waitFor();
  expect(await height()).toBeLessThan(200);
});

test("A name and a phone of several lines are edited in one, their lines apart, and stay as they are untouched", async () => {
  const lines = { name: "Ana\nRuiz", phone: "600 111\r\n700 222" };
  await using opened = await openAgenda((guest) => guest.call("POST", "api/contacts", lines));
  const { page, guest } = opened;
  const listed = async () => {
    const { contacts } = await guest.call<ListPage>("GET", "api/contacts");
    return contacts.map(({ name, phone }) => ({ name, phone }));
  };
  await rows(page).filter({ hasText: "Ana" }).dblclick();
  expect(await field(page, "edit-name").inputValue()).toBe("Ana Ruiz");
  await field(page, "edit-name").press("Enter");
  await expect.poll(() => field(page, "edit-name").count()).toBe(0);
  expect(await listed()).toEqual([lines]);
  await rows(page).filter({ hasText: "Ana" }).dblclick();
  await field(page, "edit-phone").press("End");
  await field(page, "edit-phone").pressSequentially("3");
  await field(page, "edit-phone").press("Enter");
  await expect.poll(listed).toEqual([{ name: lines.name, phone: "600 111 700 2223" }]);
});

test("The cursor is in a row's name before anything can be pressed that is meant for it", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz"));
  const row = rows(opened.page).first();
  const spot = await row.evaluate(async (element) => {
    element.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    // The next turn, which comes before the next frame.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", resolve);
      port1.start();
      port2.postMessage(null);
    });
    return (document.activeElement as HTMLElement).dataset["spot"];
  });
  expect(spot).toBe("edit-name");
});

test("In a window as low as one of 640 × 480 at 200 % the row of the keyboard and the name in it are to be seen", async () => {
  const viewport = { width: 320, height: 240 };
  const many = Array.from({ length: 30 }, (_, i) => `Person ${i}, 600 11 12 ${10 + i}`);
  await using opened = await openAgenda(adding(...many), { viewport });
  const { page } = opened;
  const isInside = async (place: Locator) => {
    const { y, height } = (await place.boundingBox())!;
    return y >= 0 && y + height <= viewport.height + 1;
  };
  await rows(page).first().click();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => isInside(page.locator(".row.active .name"))).toBe(true);
  await page.keyboard.press("F2");
  await expect.poll(() => isInside(field(page, "edit-name"))).toBe(true);
});
