import fs from "node:fs";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { adding, field, openAgenda, showsNames } from "./open-agenda.ts";

const dialog = (page: Page) => page.getByRole("dialog");
const csv = "Nombre,Teléfono\nJosé Ñandú,600 111 222\nAna Ruiz,915 550 101\n,\nBruno Mas,600 333 444\n";
const file = (content: string | Buffer, name = "contactos.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

async function openImport(page: Page): Promise<void> {
  await page.locator("[popovertarget]").click();
  await page.getByRole("menuitem", { name: "Import a file…" }).click();
}

async function dropFile(page: Page, ...others: readonly string[]): Promise<void> {
  const names = ["dropped.csv", ...others];
  const given = { content: csv, names };
  const dataTransfer = await page.evaluateHandle(({ content, names }) => {
    const transfer = new DataTransfer();
    for (const name of names) transfer.items.add(new File([content], name, { type: "text/csv" }));
    return transfer;
  }, given);
  await page.dispatchEvent("body", "dragover", { dataTransfer });
  await page.getByText("Drop the file to import it").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

test("A chosen file is previewed with its counts, imported only then, and undone as one step", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz, 915 550 101"));
  const { page, guest } = opened;
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  const figures = dialog(page).locator(".counts");
  await figures.waitFor();
  expect((await figures.innerText()).replace(/\s+/g, " ")).toBe("new 2 already here 1 unreadable 0");
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 1 });
  await dialog(page).getByRole("cell", { name: "José Ñandú" }).waitFor();
  await dialog(page).getByRole("button", { name: "Import 2 contacts" }).click();
  await page.getByText("2 contacts imported").waitFor();
  await showsNames(page, ["Ana Ruiz", "Bruno Mas", "José Ñandú"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await showsNames(page, ["Ana Ruiz"]);
});

test("A preview that is closed imports nothing; a file that cannot be read is refused by name", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz, 915 550 101"));
  const { page, guest } = opened;
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  await dialog(page).locator(".counts").waitFor();
  await page.keyboard.press("Escape");
  await openImport(page);
  const hostile = Buffer.from("cos\nsystem\n(S'echo pwned'\ntR.");
  await page.locator("input[type=file]").setInputFiles(file(hostile, "contactos.pickle"));
  await dialog(page).getByText("system").waitFor();
  await dialog(page).getByRole("button", { name: "Another file" }).click();
  await dialog(page).getByText("Choose a file…").waitFor();
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 1 });
});

test("What cannot be read is counted, and told card by card", async () => {
  await using opened = await openAgenda();
  const { page } = opened;
  await openImport(page);
  const cards =
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nTEL:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cut off";
  await page.locator("input[type=file]").setInputFiles(file(cards, "people.vcf"));
  await dialog(page).getByText("Why one cannot be read").click();
  await dialog(page)
    .getByText(/^Card 2: ./)
    .waitFor();
});

test("The preview says which columns are read and which are left out, and Enter imports", async () => {
  await using opened = await openAgenda(undefined, { viewport: { width: 360, height: 520 } });
  const { page } = opened;
  const people = Array.from({ length: 200 }, (_, i) => `Persona ${i};6${i + 10_000_000};911;x;y;z;m;k`);
  const head = "Nombre;Móvil;Extensión;Notas;DNI;Código;Población;Provincia";
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(`${head}\n${people.join("\n")}\n"x;1\n`));
  const columns = dialog(page).locator(".columns > div");
  await columns.first().waitFor();
  expect((await columns.allInnerTexts()).map((line) => line.replace(/\s+/g, " "))).toEqual([
    "Read as the name: Nombre",
    "Read as phones: Móvil, Extensión (where there is no other)",
  ]);
  const summary = dialog(page).getByText("Left out: Notas, DNI, Código, Población and 1 more");
  await summary.click();
  await dialog(page).getByText("Provincia", { exact: true }).waitFor();
  const main = dialog(page).getByRole("button", { name: "Import 200 contacts" });
  const { bottom, shown } = await main.evaluate((button) => ({
    bottom: button.getBoundingClientRect().bottom,
    shown: button.closest("dialog")!.getBoundingClientRect().bottom,
  }));
  expect(bottom).toBeLessThan(shown);
  await summary.click();
  await main.focus();
  await page.keyboard.press("Escape");
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("3 contacts imported").waitFor();
});

test.for(["Escape", "Cancel"])(
  "A file that is still read is let go by %s, and the next one is asked for",
  async (by) => {
    await using opened = await openAgenda();
    const { page } = opened;
    await page.route("**/api/import?*", () => {});
    await openImport(page);
    await page.locator("input[type=file]").setInputFiles(file(csv));
    await dialog(page).getByText("contactos.csv").waitFor();
    await dialog(page).getByRole("progressbar").waitFor();
    const letGo = page.waitForEvent("requestfailed", (request) => request.url().includes("api/import?"));
    if (by === "Escape") await page.keyboard.press("Escape");
    else await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await letGo;
    if (by === "Escape") await openImport(page);
    await dialog(page).getByText("Choose a file…").waitFor();
  },
);

test("An import that is given up too late is there, and is said to be, with its undo", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  const begun = Promise.withResolvers<void>();
  const given = Promise.withResolvers<void>();
  await page.route(/api\/import\/[^?]+$/, async (route) => {
    await (route.request().method() === "DELETE" ? given : begun).promise;
    await route.continue();
  });
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).click();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await dialog(page).getByRole("button", { name: "Cancelling…" }).waitFor();
  begun.resolve();
  await page.getByText("3 contacts imported").waitFor();
  given.resolve();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await guest.call<ListPage>("GET", "api/contacts")).total).toBe(0);
});

test("An import that is given up before it has begun never begins", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  const begun = Promise.withResolvers<void>();
  await page.route(/api\/import\/[^?]+$/, async (route) => {
    if (route.request().method() === "POST") await begun.promise;
    await route.continue();
  });
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).click();
  const answered = page.waitForResponse((response) => response.request().method() === "DELETE");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await answered;
  begun.resolve();
  await dialog(page).getByText("Choose a file…").waitFor();
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 0 });
});

test("A file dropped while another is imported leaves that import as it is", async () => {
  await using opened = await openAgenda();
  const { page } = opened;
  const held = Promise.withResolvers<void>();
  await page.route(/api\/import\/[^?]+$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(csv));
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).click();
  await dialog(page).getByRole("progressbar").waitFor();
  await dropFile(page);
  await dialog(page).getByRole("progressbar").waitFor();
  held.resolve();
  await page.getByText("3 contacts imported").waitFor();
});

test("A file dropped on the window is offered for import", async () => {
  await using opened = await openAgenda();
  const { page } = opened;
  await dropFile(page);
  await dialog(page).getByText("dropped.csv").waitFor();
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).click();
  await showsNames(page, ["Ana Ruiz", "Bruno Mas", "José Ñandú"]);
});

test("Of several files that are dropped together the first is read, and that the others are not is said", async () => {
  await using opened = await openAgenda();
  const { page } = opened;
  await dropFile(page, "second.csv");
  await dialog(page).getByRole("button", { name: "Import 3 contacts" }).waitFor();
  await page.getByText("One file at a time: dropped.csv is read. Drop the others after it.").waitFor();
});

test("A large import shows how far it is, and leaves nothing when it is cancelled", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  const rows = Array.from({ length: 300_000 }, (_, row) => `Person ${row},6${String(row).padStart(8, "0")}`);
  await openImport(page);
  await page.locator("input[type=file]").setInputFiles(file(`name,phone\n${rows.join("\n")}\n`));
  await dialog(page).getByRole("button", { name: "Import 300,000 contacts" }).waitFor();
  // A hand that is faster than any import.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("progress")) return;
      document.querySelector<HTMLElement>("dialog .sheet-acts .plain")?.click();
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await dialog(page).getByRole("button", { name: "Import 300,000 contacts" }).click();
  await dialog(page).getByText("Choose a file…").waitFor();
  await expect
    .poll(async () => (await guest.call<ListPage>("GET", "api/contacts")).total, { timeout: 20_000 })
    .toBe(0);
  await page.keyboard.press("Escape");
  await page.getByText("No contacts", { exact: true }).waitFor();
});

test.for([
  ["Export as CSV", ".csv", /José Ñandú/],
  ["Export as vCard", ".vcf", /FN:José Ñandú/],
] as const)("%s gives a file with everything in it", async ([item, extension, content]) => {
  await using opened = await openAgenda(adding("José Ñandú, 600 111 222"));
  const { page } = opened;
  await page.locator("[popovertarget]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item }).click(),
  ]);
  expect(download.suggestedFilename()).toContain(extension);
  expect(fs.readFileSync(await download.path(), "utf8")).toMatch(content);
  // The page is still there, and works.
  await field(page, "search").fill("jose");
  await showsNames(page, ["José Ñandú"]);
});
