import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { enter, launch } from "../../agenda/launch.ts";
import { linkTo } from "../../agenda/link-to.ts";
import { openPage } from "../open-page.ts";
import { adding, field, openAgenda, showsNames } from "./open-agenda.ts";

/** Enters a contact where nothing can be written. */
async function enterRefused(page: Page, name: string): Promise<void> {
  await field(page, "name").fill(name);
  await field(page, "name").press("Enter");
  await page.getByRole("alert").getByText("The change could not be written").waitFor();
}

test("When Agenda is gone the page says so, and what was typed stays", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, agenda } = opened;
  agenda.kill("SIGKILL");
  await agenda.ended;
  await field(page, "name").fill("Half a na");
  await page.getByRole("alert").getByText("Agenda does not answer").waitFor();
  await field(page, "name").press("Enter");
  await page.getByText("Not saved", { exact: true }).waitFor();
  // It said so already of the draft: what was entered comes back when its own request has failed.
  await expect.poll(() => field(page, "name").inputValue()).toBe("Half a na");
  await showsNames(page, ["Ana"]);
});

test("When Agenda is gone the page says so by itself, and goes on saying it", async () => {
  const many = Array.from({ length: 30 }, (_, at) => `Ana ${at}`);
  await using opened = await openAgenda(adding(...many), { viewport: { width: 360, height: 520 } });
  const { page, agenda } = opened;
  await field(page, "search").fill("a");
  await page.locator(".list").hover();
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(500);
  agenda.kill("SIGKILL");
  await agenda.ended;
  const alert = page.getByRole("alert").getByText("Agenda does not answer");
  await alert.waitFor();
  for (let look = 0; look < 20; look += 1) {
    expect(await alert.isVisible()).toBe(true);
    await page.waitForTimeout(100);
  }
});

test("When Agenda has ended properly the page says that too, and asks it no more", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, agenda, guest } = opened;
  // What another page adds is shown: this one listens.
  await expect.poll(async () => (await adding("Bea")(guest), page.getByText("Bea").count())).not.toBe(0);
  agenda.kill("SIGTERM");
  await agenda.ended;
  await page.getByRole("alert").getByText("This Agenda has ended.").waitFor();
});

test("What was typed in the last moment is kept when the page goes away", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await field(page, "name").fill("Last words");
  await page.goto("about:blank");
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ draft: { name: "Last words" } });
});

/** A disk of eight megabytes, which a test can fill. */
function smallDisk(): { folder: string } & Disposable {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "agenda-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  return {
    folder,
    [Symbol.dispose]() {
      execFileSync("umount", ["--lazy", folder]);
      fs.rmdirSync(folder);
    },
  };
}

function fill(file: string): void {
  const handle = fs.openSync(file, "w");
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(4_096));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
  } finally {
    fs.closeSync(handle);
  }
}

test("On a full disk the change is refused with the reason, what was typed stays, and is saved when there is room", async () => {
  using disk = smallDisk();
  await using agenda = launch(disk.folder);
  const guest = await enter(await agenda.firstLine);
  await guest.call("POST", "api/contacts", { name: "Ana", phone: "" });
  await using window = await openPage(await linkTo(disk.folder));
  const { page } = window;
  const ballast = path.join(disk.folder, "ballast");
  fill(ballast);
  const long = "Bruno ".repeat(150).trim();
  for (let filling = 0; filling < 200; filling += 1) {
    await field(page, "name").fill(`${long} ${filling}`);
    // What is refused comes back into the field: the next is typed when that is settled.
    const answer = page.waitForResponse((response) => response.url().endsWith("/api/contacts"));
    await field(page, "name").press("Enter");
    if (!(await answer).ok()) break;
  }
  await page.getByRole("alert").getByText("The change could not be written").waitFor();
  await page.getByRole("alert").getByText("Make room, then try again.").waitFor();
  await expect.poll(() => field(page, "name").inputValue()).toContain("Bruno");
  const typed = await field(page, "name").inputValue();
  fs.rmSync(ballast);
  // It was entered once, and is saved without being entered again.
  await expect.poll(() => page.locator("[role=alert]").innerText()).toBe("");
  await expect.poll(() => field(page, "name").inputValue()).toBe("");
  await expect
    .poll(
      async () => (await guest.call<ListPage>("GET", "api/contacts?sort=-added&limit=1")).contacts[0]?.name,
    )
    .toBe(typed);
});

test("Opened on a full disk it shows the contacts and says why nothing can be changed, until there is room", async () => {
  using disk = smallDisk();
  {
    await using agenda = launch(disk.folder);
    await (await enter(await agenda.firstLine)).call("POST", "api/contacts", { name: "Ana", phone: "" });
    agenda.kill("SIGTERM");
    await agenda.ended;
  }
  const ballast = path.join(disk.folder, "ballast");
  fill(ballast);
  await using agenda = launch(disk.folder);
  await using window = await openPage(await agenda.firstLine);
  const { page } = window;
  await showsNames(page, ["Ana"]);
  await page.getByText("The disk is full: the contacts can be read").waitFor();
  await enterRefused(page, "Bruno");
  fs.rmSync(ballast);
  await showsNames(page, ["Ana", "Bruno"]);
  await expect.poll(() => page.locator("[role=alert]").innerText()).toBe("");
});

/** Has every write of a process refused as on a disk that has become read-only, until it is disposed of. */
async function readOnlyDisk(pid: number): Promise<AsyncDisposable> {
  const writes = "pwrite64,ftruncate,fallocate";
  const inject = ["-e", `trace=${writes}`, "-e", `inject=${writes}:error=EROFS`];
  const strace = spawn("strace", ["-f", "-p", String(pid), "-o", "/dev/null", ...inject], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const gone = once(strace, "exit");
  await once(strace.stderr, "data");
  return {
    async [Symbol.asyncDispose]() {
      strace.kill("SIGINT");
      await gone;
    },
  };
}

test("On a disk that has become read-only it is the same: the reason, nothing lost, and saved when it can be", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, agenda, guest } = opened;
  {
    await using _ = await readOnlyDisk(agenda.pid);
    await enterRefused(page, "Bruno");
    await page.getByRole("alert").getByText("Make room, then try again.").waitFor();
    await expect.poll(() => field(page, "name").inputValue()).toBe("Bruno");
    expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 1 });
  }
  await showsNames(page, ["Ana", "Bruno"]);
  await expect.poll(() => page.locator("[role=alert]").innerText()).toBe("");
  await page.getByText("Saved: Bruno", { exact: true }).waitFor();
  expect(await field(page, "name").inputValue()).toBe("");
  await page.waitForTimeout(2_000);
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 2 });
});

test("What was refused and typed into since waits for Enter, and until it is saved nothing says that it were", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, agenda, guest } = opened;
  {
    await using _ = await readOnlyDisk(agenda.pid);
    await enterRefused(page, "Bruno");
    await expect.poll(() => field(page, "name").inputValue()).toBe("Bruno");
    await page.getByText("Not saved", { exact: true }).waitFor();
    await field(page, "name").fill("Bruno B");
  }
  await expect.poll(() => page.locator("[role=alert]").innerText()).toBe("");
  await page.waitForTimeout(2_000);
  expect(await field(page, "name").inputValue()).toBe("Bruno B");
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 1 });
  await field(page, "name").press("Enter");
  await showsNames(page, ["Ana", "Bruno B"]);
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 2 });
});
