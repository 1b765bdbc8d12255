import path from "node:path";
import { addContact } from "../src/agenda/contacts.ts";
import { migrate } from "../src/sqlite/migrate.ts";
import { openDatabase } from "../src/sqlite/open.ts";
import { enter } from "../test/agenda/launch.ts";
import { launchProgram } from "./harness/agenda.ts";
import { median } from "./harness/figures.ts";
import { cpuOf } from "./harness/resident.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { newStage } from "./harness/stage.ts";

/** A durable save beside the barest commit SQLite can make on the same disk, and what Agenda costs at rest. */
export const agendaSave: Group = { name: "agenda-save", needs: [], run: saveAndRest };

async function saveAndRest({ short }: Bench): Promise<Row[]> {
  using stage = newStage();
  const runs = short ? 20 : 500;
  const { ours, bare } = saves(stage.folder, runs);
  await using agenda = launchProgram(stage.agenda);
  const page = await enter(await agenda.firstLine);
  const http: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await page.call("POST", "api/contacts", { name: `Ana ${run}`, phone: `600${run}` });
    http.push(performance.now() - began);
  }
  const events = await page.ask("GET", "api/events");
  // What it does in the seconds after a change is that change's cost.
  await new Promise((resolve) => setTimeout(resolve, short ? 100 : 10_000));
  const share = await restingShare(agenda.pid, short ? 2 : 60);
  await events.body!.cancel();
  const peer = { name: "one row, WAL, FULL", value: median(bare) };
  return [
    { what: "durable save", unit: "ms", ours: median(ours), peer, goal: { atMost: 1.3, of: "ratio" }, runs },
    { what: "durable save over HTTP", unit: "ms", ours: median(http), peer, runs },
    { what: "CPU at rest, of a core", unit: "%", ours: share * 100, goal: { atMost: 0.3, of: "value" } },
  ];
}

// Turn by turn on the same disk, so that a busy moment falls on both.
function saves(folder: string, runs: number): { ours: number[]; bare: number[] } {
  const db = openDatabase(path.join(folder, "ours.db"));
  migrate(db, "db/agenda");
  const peer = openDatabase(path.join(folder, "bare.db"));
  peer.exec("CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL) STRICT");
  const insert = peer.prepare("INSERT INTO contact (name, phone) VALUES (?, ?)");
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const timed = (into: number[], work: () => unknown) => {
    const began = performance.now();
    work();
    into.push(performance.now() - began);
  };
  for (let run = 0; run < runs; run += 1) {
    const fields = { name: `Ana ${run}`, phone: `600 ${run}` };
    timed(times.ours, () => addContact(db, fields, undefined, run));
    timed(times.bare, () => insert.run(fields.name, fields.phone));
  }
  db.close();
  peer.close();
  return times;
}

async function restingShare(pid: number, seconds: number): Promise<number> {
  const before = cpuOf(pid);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  return (cpuOf(pid) - before) / (seconds * 1_000);
}
