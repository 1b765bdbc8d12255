import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openContacts } from "../../../src/agenda/open-contacts.ts";
import { isAlive } from "../../support/processes.ts";
import { launch, newFolder } from "../launch.ts";

const rows = 300_000;

test("An import that is killed while it writes leaves all of its contacts or none, and is no damage", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "many.csv");
  const lines = Array.from({ length: rows }, (_, at) => `Person ${(at * 7_919) % rows},6${at}`);
  fs.writeFileSync(file, `Name,Phone\n${lines.join("\n")}\n`);
  const log = path.join(home.folder, "agenda.db-wal");
  const written = () => fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  for (const megabytes of [4, 20, 0.1, Infinity]) {
    await using command = launch(home.folder, ["import", file]);
    while (written() < megabytes * 1e6 && isAlive(command.pid)) await pause(2);
    command.kill("SIGKILL");
    const { code } = await command.ended;
    const { db, restored } = await openContacts(home.folder);
    const count = (sql: string) => db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number;
    const contacts = count("contact");
    expect(restored).toMatchObject({ integrity: "ok", contacts });
    expect(count("sqlite_schema WHERE name LIKE 'contact\\_by\\_%' ESCAPE '\\'")).toBe(2);
    db.close();
    expect([0, rows]).toContain(contacts);
    if (code === 0) expect(contacts).toBe(rows);
    if (contacts === rows) return;
  }
  expect.unreachable("the last one is not killed");
}, 180_000);
