import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

async function paste(page: Page, into: string, written: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), written);
  await field(page, into).focus();
  await page.keyboard.press("Control+v");
}

const long = `${"María de los Ángeles ".repeat(60)}the end`;

test("A name too long to be saved is told of and stays whole, also over a new start, until it is short enough", async () => {
  await using opened = await openAgenda();
  const { page, guest, window } = opened;
  await paste(page, "name", long);
  expect(await field(page, "name").inputValue()).toBe(long);
  await field(page, "phone").pressSequentially("600 111 222");
  await page.keyboard.press("Enter");
  await page.getByText("Name: 1,267 characters, and no more than 1,000 can be saved.").waitFor();
  expect(await cursor(page)).toBe("name");
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ draft: { name: long } });
  await page.reload();
  await page.getByText("Name: 1,267 characters").waitFor();
  expect(await field(page, "name").inputValue()).toBe(long);
  await field(page, "name").fill(long.slice(-1_000));
  await page.keyboard.press("Enter");
  await page.getByText("Saved: ").waitFor();
  expect(await page.getByText("can be saved").count()).toBe(0);
  expect(await guest.call("GET", "api/contacts")).toMatchObject({
    contacts: [{ name: long.slice(-1_000), phone: "600 111 222" }],
  });
  expect(window.complaints).toEqual([]);
});

test("A row in which something too long was typed stays open with all of it", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz, 915 550 101", "Bruno Mas"));
  const { page, guest } = opened;
  await guest.call("PUT", "api/state", { language: "es" });
  await page.reload();
  await rows(page).filter({ hasText: "Ana Ruiz" }).dblclick();
  await field(page, "edit-phone").fill("6".repeat(1_001));
  await page.keyboard.press("Enter");
  await page.getByText("Teléfono: 1.001 caracteres, y no se pueden guardar más de 1.000.").waitFor();
  await rows(page).filter({ hasText: "Bruno" }).dblclick();
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ view: { edit: {} } });
  await page.reload();
  expect(await field(page, "edit-phone").inputValue()).toBe("6".repeat(1_001));
  await field(page, "edit-phone").fill("600 000 001");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Ana Ruiz", "Bruno Mas"]);
  expect(await guest.call("GET", "api/contacts?search=ana")).toMatchObject({
    contacts: [{ phone: "600 000 001" }],
  });
});

test("Two cells of a spreadsheet that are pasted where nothing is typed fill name and phone", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await paste(page, "name", "José Ñandú\t600 111 222\r\n");
  expect(await field(page, "name").inputValue()).toBe("José Ñandú");
  expect(await field(page, "phone").inputValue()).toBe("600 111 222");
  expect(await cursor(page)).toBe("name");
  await page.keyboard.press("Enter");
  await showsNames(page, ["José Ñandú"]);
  expect(await guest.call("GET", "api/contacts")).toMatchObject({
    contacts: [{ name: "José Ñandú", phone: "600 111 222" }],
  });
  await paste(page, "name", "Ana Ruiz\r\n");
  expect(await field(page, "name").inputValue()).toBe("Ana Ruiz");
});

test("Rows of a spreadsheet are offered for import when they are pasted, and what was typed stays", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await field(page, "name").fill("Half a na");
  await paste(page, "name", "Ana Ruiz\t915 550 101\nBruno Mas\t600 333 444\n");
  await page.getByRole("dialog").getByText("Pasted cells.tsv").waitFor();
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 0 });
  await page.getByRole("button", { name: "Import 2 contacts" }).click();
  await showsNames(page, ["Ana Ruiz", "Bruno Mas"]);
  expect(await field(page, "name").inputValue()).toBe("Half a na");
  // One row more would have to replace what is typed.
  await paste(page, "phone", "Carla\t600 333 555");
  await page.getByRole("button", { name: "Import 1 contact" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await field(page, "name").inputValue()).toBe("Half a na");
  expect(await field(page, "phone").inputValue()).toBe("");
});

test("A name and a phone that are pasted together fill both fields; Ctrl+Z puts them into the name, and then takes them away", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  const typed = async () => [await field(page, "name").inputValue(), await field(page, "phone").inputValue()];
  for (const pasted of ["Juan Pérez\n600 123 123", "Juan Pérez 600 123 123"]) {
    await paste(page, "name", pasted);
    expect(await typed()).toEqual(["Juan Pérez", "600 123 123"]);
    await page.keyboard.press("Control+z");
    expect(await typed()).toEqual(["Juan Pérez 600 123 123", ""]);
    await page.keyboard.press("Control+z");
    expect(await typed()).toEqual(["", ""]);
    await showsNames(page, ["Ana"]);
  }
  // Beside what is typed, and in the phone, it is words.
  await paste(page, "phone", "casa 600 123 123");
  expect(await typed()).toEqual(["", "casa 600 123 123"]);
  await paste(page, "name", "Juan Pérez 600 123 123");
  expect(await typed()).toEqual(["Juan Pérez 600 123 123", "casa 600 123 123"]);
});

test("Several contacts that are pasted are offered for import, whatever parts them", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await guest.call("PUT", "api/state", { language: "es" });
  await page.reload();
  const card = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:600000009\r\nEND:VCARD\r\n`;
  for (const pasted of [
    "Ana;600000001\nLuis;600000002",
    "Eva 600 000 003\nBea 600 000 004",
    card("Zoe") + card("Zea"),
  ]) {
    await paste(page, "name", pasted);
    await page.getByRole("button", { name: "Importar 2 contactos" }).click();
    await page.getByText("2 contactos importados").waitFor();
    await page.getByRole("button", { name: "Ocultar" }).click();
  }
  await showsNames(page, ["Ana", "Bea", "Eva", "Luis", "Zea", "Zoe"]);
  expect(await field(page, "name").inputValue()).toBe("");
});
