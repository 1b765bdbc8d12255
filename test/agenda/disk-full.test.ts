import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Page, State } from "../../src/agenda/api-types.ts";
import { enter, launch, newFolder } from "./launch.ts";

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

test("Where it has no room to start, it says so in a sentence with exit 1 and touches nothing", async () => {
  using home = newFolder();
  {
    await using first = launch(home.folder);
    await (await enter(await first.firstLine)).call("POST", "api/contacts", { name: "Before", phone: "1" });
  }
  const before = fs.readFileSync(path.join(home.folder, "agenda.db"));
  const script = 'ulimit -S -f 0; exec "$0" "$@"';
  const main = path.join(import.meta.dirname, "../../src/agenda/main.ts");
  let failure: unknown;
  try {
    execFileSync("bash", ["-c", script, process.execPath, ...withoutSignal, main, "--no-window"], {
      env: { PATH: process.env["PATH"], AGENDA_HOME: home.folder, ESTATUS_LANG: "en" },
      stdio: "pipe",
    });
  } catch (error) {
    failure = error;
  }
  expect(failure).toMatchObject({ status: 1 });
  expect(String((failure as { stderr: Buffer }).stderr)).toMatch(/disk is full or cannot be written/);
  expect(fs.readFileSync(path.join(home.folder, "agenda.db")).equals(before)).toBe(true);
  await using next = launch(home.folder);
  const { contacts } = await (await enter(await next.firstLine)).call<Page>("GET", "api/contacts");
  expect(contacts.map((contact) => contact.name)).toEqual(["Before"]);
});
