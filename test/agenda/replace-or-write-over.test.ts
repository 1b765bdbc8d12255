import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { enter, heartbeatIn, launch, launchFrom, newFolder } from "./launch.ts";

const main = path.join(import.meta.dirname, "../../src/agenda/main.ts");
// Root may make files anywhere, but not without this capability.
const asAnybody =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];

test("Where no file can be made, as on a full disk, Agenda goes on beating, a second launch reaches it, and it leaves a receipt", async () => {
  using home = newFolder();
  const inFolder = (name: string) => path.join(home.folder, name);
  {
    await using before = launch(home.folder);
    await (await enter(await before.firstLine)).call("POST", "api/contacts", { name: "Ana", phone: "1" });
  }
  // What is shorter now leaves nothing of what was longer before.
  fs.appendFileSync(inFolder("alive.json"), " ".repeat(200));
  fs.writeFileSync(inFolder("instance.json"), JSON.stringify({ port: 1, more: "x".repeat(300) }));
  fs.chmodSync(home.folder, 0o500);
  try {
    await using agenda = launchFrom([...asAnybody, process.execPath, main, "--no-window"], home.folder);
    await agenda.firstLine;
    expect(heartbeatIn(home.folder)).toMatchObject({ pid: agenda.pid, state: "running" });
    await using second = launchFrom([...asAnybody, process.execPath, main, "--no-window"], home.folder);
    expect(await second.firstLine).toMatch(/^http:/);
    agenda.kill("SIGTERM");
    expect(await agenda.ended).toMatchObject({ code: 0 });
    expect(heartbeatIn(home.folder)).toMatchObject({ pid: agenda.pid, state: "closed" });
  } finally {
    fs.chmodSync(home.folder, 0o700);
  }
});
