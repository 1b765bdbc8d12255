import fs from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change, Done, Happening, Page, Saved, State } from "../../../src/agenda/api-types.ts";
import type { ImportState, Preview } from "../../../src/agenda/exchange-types.ts";
import { enter, launch, newFolder, type Guest, type Launched } from "../launch.ts";

const stack = new AsyncDisposableStack();
let page: Guest;
let folder: string;
let running: Launched;

beforeAll(async () => {
  ({ folder } = stack.use(newFolder()));
  running = stack.use(launch(folder));
  page = await enter(await running.firstLine);
});

afterAll(() => stack.disposeAsync());

const upload = (name: string, content: string | Uint8Array) =>
  fetch(`http://127.0.0.1:${page.port}${page.room}api/import?name=${name}`, {
    method: "POST",
    headers: { cookie: page.cookie, origin: `http://127.0.0.1:${page.port}` },
    body: content as BodyInit,
  });

// Only said to be so long: the answer comes before the bytes.
function refusalOfUpload(length: number): Promise<object> {
  const { promise, resolve, reject } = Promise.withResolvers<object>();
  const host = `127.0.0.1:${page.port}`;
  const headers = { host, cookie: page.cookie, origin: `http://${host}`, "content-length": String(length) };
  const sent = request(
    {
      host: "127.0.0.1",
      port: page.port,
      path: `${page.room}api/import?name=phone.vcf`,
      method: "POST",
      headers,
    },
    (response) => {
      response.once("data", (data) => {
        resolve({ status: response.statusCode, ...(JSON.parse(String(data)) as object) });
        sent.destroy();
      });
    },
  );
  sent.on("error", reject).flushHeaders();
  return promise;
}

const preview = async (name: string, content: string) =>
  (await (await upload(name, content)).json()) as Preview;

/** Hears of imports from now on: waits for the next one to be `at` one of some states, and gives that. */
async function hearImports(): Promise<(...at: ImportState["at"][]) => Promise<ImportState>> {
  const response = await page.ask("GET", "api/events");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard: ImportState[] = [];
  let text = "";
  const hearMore = async () => {
    const { value, done } = await reader.read();
    if (done) throw new Error("no more events");
    const events = (text + value).split("\n\n");
    text = events.pop()!;
    for (const event of events.filter((each) => each.startsWith("data: "))) {
      const happening = JSON.parse(event.slice("data: ".length)) as Happening;
      if (happening.kind === "import") heard.push(happening.state);
    }
  };
  await hearMore();
  stack.defer(() => reader.cancel().catch(() => {}));
  return async (...at) => {
    for (;;) {
      const found = heard.findIndex((state) => at.includes(state.at));
      if (found !== -1) return heard.splice(0, found + 1).at(-1)!;
      await hearMore();
    }
  };
}

const manyLines = Array.from({ length: 100_000 }, (_, i) => `Nombre ${i},6${i + 10_000_000}`);
const many = `Name,Phone\n${manyLines.join("\n")}`;

const total = async () => (await page.call<State>("GET", "api/state")).contacts;

test("A file is shown before anything is done, then added as one step that one undo takes back", async () => {
  const shown = await preview("amigos.csv", 'Nombre;Tel\nAna;600\nAna;600\n"x;1\n;\nBob;700\n');
  expect(shown).toMatchObject({
    file: "amigos.csv",
    format: "csv",
    fresh: 2,
    duplicate: 1,
    unreadableCount: 1,
    unreadable: [{ row: 4, reason: expect.stringContaining("quote") }],
    readAs: { name: ["Nombre"], phone: ["Tel"], instead: [], left: [] },
    sample: [
      { name: "Ana", phone: "600" },
      { name: "Bob", phone: "700" },
    ],
  });
  expect(await total()).toBe(0);
  const until = await hearImports();
  expect((await page.ask("POST", `api/import/${shown.id}`)).status).toBe(202);
  const done = await until("done");
  expect(done).toMatchObject({ at: "done", added: 2 });
  expect((await page.call<Page>("GET", "api/contacts?search=70")).contacts).toMatchObject([{ name: "Bob" }]);
  const changes = await page.call<Change[]>("GET", "api/changes");
  expect(changes[0]).toMatchObject({ kind: "import", count: 2, name: "amigos.csv" });
  const { change } = done as { change: number };
  expect(await page.call<Done>("POST", "api/undo", { change })).toMatchObject({ count: 2 });
  expect(await total()).toBe(0);
  expect((await page.ask("POST", `api/import/${shown.id}`)).status).toBe(404);
});

test("An import that is cancelled on its way leaves nothing behind", async () => {
  const cancelledOnItsWay = async () => {
    const { id, fresh } = await preview("many.csv", many);
    expect(fresh).toBe(100_000);
    const until = await hearImports();
    await page.call("POST", `api/import/${id}`);
    expect(await until("running")).toMatchObject({ total: 100_000 });
    expect((await page.ask("DELETE", `api/import/${id}`)).status).toBe(204);
    const over = await until("cancelled", "done");
    if (over.at === "done") await page.call<Done>("POST", "api/undo", { change: over.change });
    else expect(over).toEqual({ at: "cancelled" });
    return over.at === "cancelled";
  };
  // On a busy machine one may be over before this process can say anything.
  for (let tries = 1; !(await cancelledOnItsWay()); tries += 1) expect(tries).toBeLessThan(10);
  expect(await total()).toBe(0);
  expect((await page.call<Page>("GET", "api/contacts")).total).toBe(0);
});

test("A reader is told how far a large file is read, and one that gives up is no trouble", async () => {
  const body = Array.from({ length: 6 }, (_, i) => many.replaceAll("Nombre", `Nombre ${i}`)).join("\n");
  const givesUp = async () => {
    const until = await hearImports();
    const giving = new AbortController();
    const read = fetch(`http://127.0.0.1:${page.port}${page.room}api/import?name=many.csv`, {
      method: "POST",
      headers: { cookie: page.cookie, origin: `http://127.0.0.1:${page.port}` },
      body,
      signal: giving.signal,
    });
    expect(await until("reading")).toMatchObject({ file: "many.csv", done: expect.any(Number) });
    giving.abort();
    return read.then(
      () => false,
      (error: Error) => /aborted/.test(error.message),
    );
  };
  // On a busy machine all of it may have been read before.
  for (let tries = 1; !(await givesUp()); tries += 1) expect(tries).toBeLessThan(10);
  expect(await preview("a.csv", "Name,Phone\nA,1")).toMatchObject({ fresh: 1 });
});

test("A save that is made while an import writes waits for it, and both are kept", async () => {
  const { id } = await preview("many.csv", many);
  const until = await hearImports();
  await page.call("POST", `api/import/${id}`);
  await until("running");
  const { change } = await page.call<Saved>("POST", "api/contacts", { name: "Zoe", phone: "1" });
  const done = (await until("done")) as { change: number };
  expect(change).toBeGreaterThan(done.change);
  expect(await total()).toBe(100_001);
  await page.call<Done>("POST", "api/undo", { change: done.change });
  const { contacts } = await page.call<Page>("GET", "api/contacts");
  expect(contacts.map(({ name }) => name)).toEqual(["Zoe"]);
});

test("A preview that is cancelled, or followed by another, can no longer be carried out", async () => {
  const first = await preview("a.csv", "Name,Phone\nA,1");
  const second = await preview("b.csv", "Name,Phone\nB,2");
  await page.call("DELETE", `api/import/${second.id}`);
  for (const { id } of [first, second]) expect((await page.ask("POST", `api/import/${id}`)).status).toBe(404);
});

test("Files that cannot be read are refused in a sentence", async () => {
  for (const [name, content, code] of [
    ["a.csv", "", "import-empty"],
    ["a.csv", "Name,Phone\n,\n", "import-nothing"],
    ["a.csv", "<html><p>Ana</p></html>", "import-document"],
    ["a.csv", "\x01\x02\x03\x04", "import-no-text"],
    ["a.docx", "PK", "import-unknown"],
    ["a.xlsx", "PK\x03\x04", "import-workbook"],
    ["a.pickle", "cos\nsystem\n(S'id'\ntR.", "pickle-refused"],
    ["a.pickle", "(lp0", "pickle-broken"],
  ] as const) {
    const response = await upload(name, content);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code, message: expect.stringMatching(/\.$/) } });
  }
  expect(await refusalOfUpload(420_000_000)).toMatchObject({
    status: 413,
    error: {
      message: expect.stringContaining("phone.vcf"),
      hint: expect.stringContaining("less than 400 MB"),
    },
  });
});

test("The cards of a telephone with all their photographs, more than 100 MB, are taken in", async () => {
  const photograph = `PHOTO;ENCODING=b;TYPE=JPEG:/9j/\r\n${` ${"A".repeat(74)}\r\n`.repeat(14_000)}`;
  const card = (at: number) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Photo ${at}\r\nTEL:6000${at}\r\n${photograph}END:VCARD\r\n`;
  const cards = Buffer.from(Array.from({ length: 100 }, (_, at) => card(1_000 + at)).join(""));
  expect(cards.length).toBeGreaterThan(105_000_000);
  const answer = await upload("phone.vcf", cards);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ fresh: 100, unreadableCount: 0 });
});

test("The list is downloaded as CSV and vCard, and the command line adds to it while Agenda runs", async () => {
  const csv = await page.ask("GET", "api/export?format=csv");
  expect(csv.headers.get("content-disposition")).toMatch(
    /^attachment; filename="agenda-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(await csv.text()).toMatch(/^Name[,;]Phone[,;]Agenda 1\r\nZoe[,;]1[,;]\r\n$/);
  expect(await (await page.ask("GET", "api/export?format=vcf")).text()).toContain("FN:Zoe\r\n");
  expect((await page.ask("GET", "api/export?format=pickle")).status).toBe(400);

  const file = path.join(folder, "more.vcf");
  fs.writeFileSync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Yara\r\nTEL:2\r\nEND:VCARD\r\n");
  await using command = launch(folder, ["import", file]);
  const { code, stderr } = await command.ended;
  expect([code, stderr]).toEqual([0, ""]);
  expect((await page.call<Page>("GET", "api/contacts?search=yara")).total).toBe(1);
  expect(await total()).toBe(2);
});

test("An Agenda that is told to end in the middle of an import ends properly, without a half of it", async () => {
  const { id } = await preview("many.csv", many);
  const until = await hearImports();
  await page.call("POST", `api/import/${id}`);
  await until("running");
  running.kill("SIGTERM");
  const over = await until("cancelled", "done").catch(() => null);
  expect(await running.ended).toMatchObject({ code: 0, stderr: "" });
  const file = path.join(folder, "after.csv");
  await using command = launch(folder, ["export", file]);
  expect(await command.ended).toMatchObject({ code: 0 });
  const names = fs.readFileSync(file, "utf8").match(/^(?:Zoe|Yara|Nombre)/gm);
  // On a busy machine all of it may have been in before.
  if (over?.at === "done") expect(names).toHaveLength(100_002);
  else expect(names).toEqual(["Yara", "Zoe"]);
});
