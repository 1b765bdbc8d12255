import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Page, State } from "../../src/agenda/api-types.ts";
import { codeOf } from "../../src/app-error.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { enter, launch, launchFrom, newFolder } from "./launch.ts";

// A process that may write no byte further meets what a full disk gives it. The signal that comes with it is
// one a real full disk does not send.
const withoutSignal = ["--import", "data:text/javascript,process.on('SIGXFSZ',()=>{})"];
const limit = (pid: number, bytes: string) =>
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);

test("With no room left a change is refused in a sentence and nothing is lost; with room again it works", async () => {
  using home = newFolder();
  await using agenda = launch(home.folder, ["--no-window"], withoutSignal);
  const page = await enter(await agenda.firstLine);
  await page.call("POST", "api/contacts", { name: "Before", phone: "1" });
  const draft = { id: "half-typed", name: "Dur", phone: "2" };
  await page.call("PUT", "api/draft", draft);

  limit(agenda.pid, "4096");
  const refused = await page.ask("POST", "api/contacts", { name: "During", phone: "2", draft: draft.id });
  expect(refused.status).toBe(507);
  expect(await refused.json()).toMatchObject({
    error: {
      code: "cannot-write",
      message: expect.stringContaining("disk is full"),
      hint: expect.stringContaining("Make room"),
    },
  });
  expect(await page.call<Page>("GET", "api/contacts")).toMatchObject({ total: 1 });
  expect(await page.call<State>("GET", "api/state")).toMatchObject({ draft });

  limit(agenda.pid, "unlimited");
  await page.call("POST", "api/contacts", { name: "During", phone: "2", draft: draft.id });
  agenda.kill("SIGKILL");
  await agenda.ended;
  await using next = launch(home.folder);
  const { contacts } = await (await enter(await next.firstLine)).call<Page>("GET", "api/contacts");
  expect(contacts.map((contact) => contact.name)).toEqual(["Before", "During"]);
});

test("Where its folder cannot be made, it says so in a sentence with exit 1", async () => {
  using home = newFolder();
  fs.writeFileSync(path.join(home.folder, "file"), "");
  await using agenda = launch(path.join(home.folder, "file", "inside"));
  const { code, stderr } = await agenda.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Agenda cannot keep its contacts in .*inside: .*\. Make the folder writable/);
  expect(stderr).not.toContain("    at ");
});

// What is there before: a contact in the file and one that a kill left in the log, and no room for anything more.
async function twoContacts(folder: string): Promise<void> {
  for (const name of ["Ana", "Bruno"]) {
    await using agenda = launch(folder);
    await (await enter(await agenda.firstLine)).call("POST", "api/contacts", { name, phone: "1" });
    if (name === "Bruno") agenda.kill("SIGKILL");
    else agenda.kill("SIGTERM");
    await agenda.ended;
  }
  expect(fs.statSync(path.join(folder, "agenda.db-wal")).size).toBeGreaterThan(4_096);
}

const main = path.join(import.meta.dirname, "../../src/agenda/main.ts");
const node = [process.execPath, ...withoutSignal, main];
// A file size limit of 0 lets files be made and no byte be written to one; output is a pipe.
const onFullDisk = ["bash", "-c", 'ulimit -S -f 0; exec "$0" "$@"', ...node];
// Root may write anywhere, but not without this capability.
const asAnybody =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", ...node] : node;

async function readOnly(folder: string): Promise<AsyncDisposable> {
  const names = fs.readdirSync(folder).map((name) => path.join(folder, name));
  for (const name of names) if (fs.statSync(name).isFile()) fs.chmodSync(name, 0o400);
  fs.chmodSync(folder, 0o500);
  return {
    async [Symbol.asyncDispose]() {
      for (const name of [folder, ...names]) if (fs.existsSync(name)) fs.chmodSync(name, 0o700);
    },
  };
}

const refusedChanges: [string, string, unknown][] = [
  ["POST", "api/contacts", { name: "Carla", phone: "" }],
  ["PUT", "api/draft", { id: "half-typed", name: "Dur", phone: "" }],
];

test("Launched on a full disk it shows the contacts, refuses changes in a sentence, and takes them once there is room", async () => {
  using home = newFolder();
  await twoContacts(home.folder);
  await using agenda = launchFrom([...onFullDisk, "--no-window"], home.folder);
  const page = await enter(await agenda.firstLine);
  expect(await page.call<Page>("GET", "api/contacts")).toMatchObject({ total: 2 });
  expect(await page.call<State>("GET", "api/state")).toMatchObject({
    restored: { contacts: 2, integrity: "ok", note: expect.stringContaining("disk is full") },
  });
  expect(await (await page.ask("GET", "api/export?format=csv")).text()).toContain("Bruno");
  for (const [method, address, body] of refusedChanges) {
    const refused = await page.ask(method, address, body);
    expect([address, refused.status]).toEqual([address, 507]);
    expect(await refused.json()).toMatchObject({ error: { code: "cannot-write" } });
  }
  expect(await page.call<Page>("GET", "api/contacts")).toMatchObject({ total: 2 });

  limit(agenda.pid, "unlimited");
  await page.call("POST", "api/contacts", { name: "Carla", phone: "" });
  // And before long other programs read the contacts, and a second launch reaches this one.
  const file = path.join(home.folder, "agenda.db");
  await expect.poll(() => namesFrom(file), { timeout: 20_000 }).toEqual(["Ana", "Bruno", "Carla"]);
  await expect
    .poll(() => fs.existsSync(path.join(home.folder, "instance.json")), { timeout: 20_000 })
    .toBe(true);
  await page.call("POST", "api/contacts", { name: "Dora", phone: "" });
  agenda.kill("SIGKILL");
  await agenda.ended;
  await using next = launch(home.folder);
  const guest = await enter(await next.firstLine);
  expect(await guest.call<Page>("GET", "api/contacts")).toMatchObject({ total: 4 });
  expect((await guest.call<State>("GET", "api/state")).restored).toMatchObject({ integrity: "ok" });
});

function namesFrom(file: string): string[] | string {
  try {
    const db = openDatabase(file, { readonly: true, timeout: 0 });
    try {
      return db.prepare("SELECT name FROM contact ORDER BY id").pluck().all() as string[];
    } finally {
      db.close();
    }
  } catch (error) {
    return codeOf(error);
  }
}

test("Launched on what nobody may write it shows the contacts, refuses changes, and leaves everything as it was", async () => {
  using home = newFolder();
  await twoContacts(home.folder);
  const file = path.join(home.folder, "agenda.db");
  const before = [file, `${file}-wal`].map((each) => fs.readFileSync(each));
  {
    await using _ = await readOnly(home.folder);
    await using agenda = launchFrom([...asAnybody, "--no-window"], home.folder);
    const page = await enter(await agenda.firstLine);
    expect(await page.call<Page>("GET", "api/contacts")).toMatchObject({ total: 2 });
    expect(await page.call<Page>("GET", "api/contacts?search=bru")).toMatchObject({ total: 1 });
    const { restored } = await page.call<State>("GET", "api/state");
    expect(restored.note).toContain("start Agenda again");
    expect(await (await page.ask("GET", "api/export?format=csv")).text()).toContain("Bruno");
    const upload = await page.ask("POST", "api/import?name=x.csv", "Name,Phone\nEva,1\n");
    expect(upload.status).toBe(507);
    for (const [method, address, body] of refusedChanges) {
      const refused = await page.ask(method, address, body);
      expect([address, refused.status]).toEqual([address, 507]);
    }
    const outside = path.join(os.tmpdir(), `${path.basename(home.folder)}.csv`);
    const second = launchFrom([...asAnybody, "export", outside], home.folder);
    expect(await second.ended).toMatchObject({ code: 0, stdout: expect.stringContaining("2") });
    fs.writeFileSync(outside, "Name,Phone\nEva,1\n");
    const third = launchFrom([...asAnybody, "import", outside], home.folder);
    expect(await third.ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The change could not be written/),
    });
    fs.rmSync(outside);
    agenda.kill("SIGTERM");
    expect(await agenda.ended).toMatchObject({ code: 0, stderr: "" });
  }
  expect([file, `${file}-wal`].map((each) => fs.readFileSync(each))).toEqual(before);
  await using next = launch(home.folder);
  const guest = await enter(await next.firstLine);
  await guest.call("POST", "api/contacts", { name: "Carla", phone: "" });
  expect(await guest.call<Page>("GET", "api/contacts")).toMatchObject({ total: 3 });
});

test("Where a damaged file cannot be rebuilt for lack of room, that is said, and nothing is touched", async () => {
  using home = newFolder();
  await twoContacts(home.folder);
  const file = path.join(home.folder, "agenda.db");
  fs.rmSync(`${file}-wal`);
  fs.writeFileSync(file, "Dear Ana,\n".repeat(5_000));
  await using agenda = launchFrom([...onFullDisk, "--no-window"], home.folder);
  const { code, stderr } = await agenda.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^Agenda cannot open the contacts in .*: the disk is full or cannot be written\. Make room/,
  );
  expect(fs.readFileSync(file, "utf8")).toBe("Dear Ana,\n".repeat(5_000));
  expect(fs.readdirSync(home.folder).filter((name) => /copy|part|damaged/.test(name))).toEqual([]);
});

test("Where there are no contacts yet and none can be kept, it says so with exit 1", async () => {
  using home = newFolder();
  await using _ = await readOnly(home.folder);
  await using agenda = launchFrom([...asAnybody, "--no-window"], home.folder);
  const { code, stderr } = await agenda.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Agenda cannot keep its contacts in .*\. Make the folder writable/);
});
