import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { read, readDraft, readView } from "../../src/agenda/kept.ts";
import { readList } from "../../src/agenda/list.ts";
import { isLogDamaged, readLog } from "../../src/agenda/write-ahead-log.ts";
import { loadConfig } from "../../src/estatus/config/load.ts";
import { openStore } from "../../src/estatus/store/store.ts";
import { takeInSpool } from "../../src/estatus/store/take-in-spool.ts";
import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase, type Db } from "../../src/sqlite/open.ts";
import { randomOf } from "../support/random.ts";
import { afterCut, type Luck } from "./disk.ts";
import { traceSteps, type Step } from "./trace.ts";

/** What was acknowledged before the cut: the driver's own lines, which are no part of the disk that is cut. */
function acknowledged(steps: readonly Step[]): Map<string, number[]> {
  const acks = new Map<string, number[]>();
  for (const step of steps) {
    if (step.kind !== "write" || step.file !== "acks") continue;
    const [what, id] = step.data.toString().trim().split(" ");
    acks.set(what!, [...(acks.get(what!) ?? []), Number(id)]);
  }
  return acks;
}

/** Everything opens and is whole, nothing acknowledged is missing, nothing is there twice. */
async function expectWhole(folder: string, acks: Map<string, number[]>): Promise<void> {
  process.env["ESTATUS_HOME"] = folder;
  await loadConfig(undefined);
  const estatus = openStore(folder);
  takeInSpool(estatus, [folder], []);
  const contacts = path.join(folder, "agenda.db");
  if (isLogDamaged(readLog(contacts))) throw new Error("what a power cut leaves is taken for damage");
  const agenda = openDatabase(contacts);
  migrate(agenda, "db/agenda");
  try {
    for (const db of [estatus, agenda]) {
      const verdict = db.pragma("integrity_check", { simple: true });
      if (verdict !== "ok") throw new Error(`${db.name}: ${verdict}`);
    }
    expectAll("attempt", ids(estatus, "SELECT at FROM attempt"), acks);
    expectAll("settled", ids(estatus, "SELECT at FROM attempt WHERE result = 'survived'"), acks);
    expectAll("contact", ids(agenda, "SELECT added_at FROM contact"), acks);
    expectFound(agenda);
    expectScreen(agenda, acks);
  } finally {
    estatus.close();
    agenda.close();
  }
}

/** A search finds all contacts, whether the search table has them already or not. */
function expectFound(db: Db): void {
  const { total } = readList(db, { search: "contact", sort: "added" }, 0, 1);
  const listed = ids(db, "SELECT id FROM contact").length;
  if (total !== listed) throw new Error(`a search finds ${total} of ${listed} contacts`);
}

/** What was on screen is no older than what was last acknowledged of it, and a saved contact is not still being typed. */
function expectScreen(agenda: Db, acks: Map<string, number[]>): void {
  const last = (what: string) => acks.get(what)?.at(-1) ?? 0;
  const saved = Math.max(0, ...ids(agenda, "SELECT added_at FROM contact"));
  const typed = Number(readDraft(agenda)?.name ?? 0);
  const bounds = read<{ x: number }>(agenda, "bounds")?.x ?? 0;
  if (Number(readView(agenda).search) < last("search")) throw new Error("the search is an older one");
  if (bounds < last("bounds")) throw new Error("the window's place is an older one");
  if (typed > 0 && typed <= saved)
    throw new Error(`the draft of contact ${typed} came back though it was saved`);
  if (Math.max(typed, saved) < last("draft"))
    throw new Error(`the draft of contact ${last("draft")} is lost`);
}

const ids = (db: Db, sql: string) => db.prepare(sql).pluck().all() as number[];

function expectAll(what: string, found: number[], acks: Map<string, number[]>): void {
  const lost = (acks.get(what) ?? []).filter((id) => !found.includes(id));
  if (lost.length > 0) throw new Error(`${what} lost: ${lost.join(", ")}`);
  if (new Set(found).size !== found.length) throw new Error(`${what} doubled: ${found.join(", ")}`);
}

function lucks(random: () => number, perCut: number): Luck[] {
  const never = () => false;
  return [
    { keeps: () => true, tears: never, keepsNames: true },
    { keeps: never, tears: never, keepsNames: true },
    { keeps: never, tears: never, keepsNames: false },
    ...Array.from({ length: perCut }, (_, index) => ({
      keeps: () => random() < 0.5,
      tears: () => random() < 0.2,
      keepsNames: index % 2 === 0,
    })),
  ];
}

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, "per-cut": { type: "string", default: "3" } },
});
// In memory where there is such a place: thousands of disks are opened, and none of their syncs is the question.
const place = fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir();
const root = fs.mkdtempSync(path.join(place, "estatus-power-"));
try {
  const recorded = path.join(root, "recorded");
  fs.mkdirSync(recorded);
  const steps = traceSteps(path.join(import.meta.dirname, "driver.ts"), recorded);
  const random = randomOf(Number(values.seed));
  let states = 0;
  for (let cut = 0; cut <= steps.length; cut += 1) {
    const acks = acknowledged(steps.slice(0, cut));
    for (const [index, luck] of lucks(random, Number(values["per-cut"])).entries()) {
      const folder = path.join(root, "cut");
      fs.mkdirSync(folder);
      try {
        afterCut(steps, cut, luck, folder);
        await expectWhole(folder, acks);
      } catch (error) {
        throw new Error(`cut after step ${cut} of ${steps.length}, disk ${index}`, { cause: error });
      }
      fs.rmSync(folder, { recursive: true });
      states += 1;
    }
  }
  const all = [...acknowledged(steps)].map(([what, list]) => `${list.length} ${what}`).join(", ");
  console.log(
    `${steps.length} steps recorded (${all}), ${states} disks after a cut: all open, 0 lost, 0 doubled`,
  );
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}
