import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { examineStore } from "../../../src/estatus/doctor/store.ts";
import type { Finding } from "../../../src/estatus/doctor/finding.ts";
import { appendToSpool } from "../../../src/estatus/store/spool.ts";
import { SPOOL_FILE, TAKING_FILE } from "../../../src/estatus/store/spool-file.ts";
import { openStore } from "../../../src/estatus/store/store.ts";
import { newHome, type Home } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

async function examine(home: Home, repair: boolean): Promise<Record<string, Finding>> {
  const fallbackFolder = path.join(home.folder, "fallback");
  const findings = await examineStore({
    config: null,
    asked: undefined,
    folder: home.estatus,
    fallbackFolder,
    now: Date.now(),
    repair,
  });
  return Object.fromEntries(findings.map((finding) => [finding.id, finding]));
}

function spool(home: Home): void {
  const attempt = { at: 1, pid: 1, token: "1", result: null, error: null };
  appendToSpool([home.estatus], { id: "an attempt", program: "Guarded", attempt });
}

test("a record that another program holds is called busy, not damaged, and no repair is advised", async () => {
  using home = newHome();
  const holder = openStore(home.estatus);
  try {
    holder.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    const { store } = await examine(home, false);
    expect(store).toMatchObject({ level: "warning", sentence: expect.stringContaining("holds the record") });
    expect(store!.cure).not.toContain("--repair");
  } finally {
    holder.close();
  }
});

test("a spool that cannot be taken in, because another program writes, is a finding with why", async () => {
  using home = newHome();
  spool(home);
  const writer = openStore(home.estatus);
  try {
    writer.exec("BEGIN IMMEDIATE");
    const found = await examine(home, true);
    expect(found["store"]).toMatchObject({ level: "ok" });
    expect(found["spool"]).toMatchObject({ level: "warning", sentence: expect.stringContaining("locked") });
  } finally {
    writer.close();
  }
  expect((await examine(home, true))["spool"]).toMatchObject({ level: "ok" });
});

test("a repair beside a record of a newer version ends with its findings, and leaves the spool", async () => {
  using home = newHome();
  spool(home);
  recorded(home, (db) => db.pragma("user_version = 9999"));
  const { store, spool: waiting } = await examine(home, true);
  expect(store).toMatchObject({ level: "failure", sentence: expect.stringContaining("newer version") });
  expect(waiting).toMatchObject({ level: "warning", cure: store!.cure });
  expect(fs.existsSync(path.join(home.estatus, SPOOL_FILE))).toBe(true);
});

test("what a killed check had begun to take in waits too, and a repair takes it in", async () => {
  using home = newHome();
  spool(home);
  fs.renameSync(path.join(home.estatus, SPOOL_FILE), path.join(home.estatus, TAKING_FILE));
  expect((await examine(home, false))["spool"]).toMatchObject({ level: "warning" });
  expect((await examine(home, true))["spool"]).toMatchObject({ level: "ok" });
  expect(fs.readdirSync(home.estatus)).not.toContain(TAKING_FILE);
});
