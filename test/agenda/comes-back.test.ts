import { expect, test } from "vitest";
import type { Page, Saved, State } from "../../src/agenda/api-types.ts";
import { enter, heartbeatIn, launch, newFolder } from "./launch.ts";

const draft = { id: "0b6f3c1e-draft", name: "Ma", phone: "600" };

test("After kill -9 the contacts, the half-typed one and the search come back, and the heartbeat says so", async () => {
  using home = newFolder();
  {
    await using first = launch(home.folder);
    const page = await enter(await first.firstLine);
    await page.call("POST", "api/contacts", { name: "José Ñandú", phone: "600 111 222" });
    await page.call("PUT", "api/draft", draft);
    await page.call("PUT", "api/state", { search: "jose", scroll: { index: 3, id: 1, pixels: 7 } });
    first.kill("SIGKILL");
    expect(await first.ended).toMatchObject({ code: null, signal: "SIGKILL" });
    expect(heartbeatIn(home.folder)).toMatchObject({ state: "running", pid: first.pid });
  }
  await using second = launch(home.folder);
  const page = await enter(await second.firstLine);
  const { contacts, total } = await page.call<Page>("GET", "api/contacts?search=JOSE");
  expect(total).toBe(1);
  expect(contacts).toMatchObject([{ name: "José Ñandú", phone: "600 111 222" }]);
  const state = await page.call<State>("GET", "api/state");
  expect(state).toMatchObject({
    draft,
    view: { search: "jose", sort: "name", scroll: { index: 3, id: 1, pixels: 7 } },
    contacts: 1,
  });
  const restored = { contacts: 1, draft: true, integrity: "ok", lost: 0 };
  expect(state.restored).toEqual(restored);
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: second.pid, state: "running", restored });
});

test("A contact that was saved from a draft is saved once, and its draft does not come back as a ghost", async () => {
  using home = newFolder();
  await using agenda = launch(home.folder);
  const page = await enter(await agenda.firstLine);
  await page.call("PUT", "api/draft", draft);
  const contact = { name: "María", phone: "600", draft: draft.id };
  const once = await page.call<Saved>("POST", "api/contacts", contact);
  // The page kept typing's echo on the way, and asked again because the first answer was lost.
  await page.call("PUT", "api/draft", draft);
  const again = await page.call<Saved>("POST", "api/contacts", contact);
  expect(again.contact).toEqual(once.contact);
  expect(await page.call<State>("GET", "api/state")).toMatchObject({ draft: null, contacts: 1 });
});
