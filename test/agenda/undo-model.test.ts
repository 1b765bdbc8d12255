import * as fc from "fast-check";
import { expect, test } from "vitest";
import { purgeBin } from "../../src/agenda/bin.ts";
import { counts } from "../../src/agenda/change-log.ts";
import { nextSteps, undoChange } from "../../src/agenda/undo.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { memoryDb } from "./memory-db.ts";
import { contactStep, take, type Did } from "./random-steps.ts";

const runs = Number(process.env["UNDO_RUNS"] ?? 300);

type Row = { readonly id: number; readonly name: string; readonly phone: string; readonly listed: 0 | 1 };
const rowsOf = (db: Db) =>
  db.prepare("SELECT id, name, phone, deleted_at IS NULL AS listed FROM contact ORDER BY id").all() as Row[];
const listOf = (db: Db) => rowsOf(db).filter(({ listed }) => listed === 1);

const back = fc.constant({ do: "undo" as const });
const forth = fc.constant({ do: "redo" as const });
const stack = fc.array(fc.oneof(contactStep, back, forth), { maxLength: 25, size: "max" });

test("One after another, undo gives the list of before each step and redo that of after it, until something new is done", () => {
  fc.assert(
    fc.property(stack, (steps) => {
      using open = new DisposableStack();
      const db = open.adopt(memoryDb(), (it) => it.close());
      const past: { before: Row[]; after: Row[] }[] = [];
      const future: typeof past = [];
      for (const step of [...steps, ...steps.map(() => ({ do: "undo" as const }))]) {
        const before = listOf(db);
        if (step.do === "undo" || step.do === "redo") {
          const isUndo = step.do === "undo";
          const next = (isUndo ? past : future)!.pop();
          const change = nextSteps(db)[step.do];
          expect(change === null).toBe(next === undefined);
          if (change === null || !next) continue;
          expect(undoChange(db, change, 2)).toMatchObject({ redone: !isUndo });
          expect(listOf(db)).toEqual(isUndo ? next.before : next.after);
          (isUndo ? future : past).push(next);
        } else if (take(db, step)) {
          past.push({ before, after: listOf(db) });
          future.length = 0;
        }
      }
      expect(listOf(db)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

const any = fc.record({ do: fc.constant("any" as const), at: fc.nat(20) });
const purge = fc.record({ do: fc.constant("purge" as const), most: fc.integer({ min: 1, max: 3 }) });
const mixed = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: contactStep },
    { weight: 4, arbitrary: any },
    { weight: 1, arbitrary: purge },
  ),
  { maxLength: 25, size: "max" },
);

test("In any order, the list is what the steps that are not undone make of it, one after another", () => {
  fc.assert(
    fc.property(mixed, (steps) => {
      using open = new DisposableStack();
      const db = open.adopt(memoryDb(), (it) => it.close());
      const model = newModel();
      for (const step of steps) {
        if (step.do === "any") undoAny(db, model, step.at);
        else if (step.do === "purge") {
          purgeBin(db, 10, step.most);
          model.there = new Set(rowsOf(db).map(({ id }) => id));
          // As at each start, when there is nothing more to purge.
          purgeBin(db, 0, 9);
          expect(heldOfPurged(db)).toEqual([]);
        } else {
          const did = take(db, step);
          if (did) done(db, model, did);
        }
        const rows = rowsOf(db);
        expect(rows).toEqual(rowsIn(model));
        const listed = rows.filter((row) => row.listed === 1).length;
        expect(counts(db)).toEqual({ listed, binned: rows.length - listed });
      }
    }),
    { numRuns: runs },
  );
});

type Done = Did & { stands: boolean; undo: number | null };
type Model = { steps: Done[]; asAdded: Map<number, Row>; there: Set<number> };
const newModel = (): Model => ({ steps: [], asAdded: new Map(), there: new Set() });

function done(db: Db, model: Model, did: Did): void {
  model.steps.push({ ...did, stands: true, undo: null });
  for (const row of rowsOf(db)) {
    if (model.asAdded.has(row.id)) continue;
    model.asAdded.set(row.id, { ...row, listed: 0 });
    model.there.add(row.id);
  }
}

function rowsIn({ steps, asAdded, there }: Model): Row[] {
  const rows = new Map(asAdded);
  for (const { moved, listed, edited } of steps.filter(({ stands }) => stands)) {
    if (edited) rows.set(edited.id, { ...rows.get(edited.id)!, ...edited });
    for (const id of moved) rows.set(id, { ...rows.get(id)!, listed: listed ? 1 : 0 });
  }
  return [...rows.values()].filter(({ id }) => there.has(id));
}

// Undoes a step, or does one again that is undone; what cannot be is refused, and then nothing is otherwise.
function undoAny(db: Db, model: Model, at: number): void {
  const step = model.steps[at % Math.max(1, model.steps.length)];
  if (!step) return;
  const later = model.steps.slice(model.steps.indexOf(step) + 1).filter(({ stands }) => stands);
  const isEdited = (id: number) => model.there.has(id) && later.some(({ edited }) => edited?.id === id);
  const isMoved = (id: number) => model.there.has(id) && later.some(({ moved }) => moved.includes(id));
  const before = rowsIn(model);
  step.stands = !step.stands;
  const count =
    rowsIn(model).filter(({ listed }, place) => listed !== before[place]!.listed).length +
    (step.edited && model.there.has(step.edited.id) ? 1 : 0);
  try {
    const taken = undoChange(db, step.undo ?? step.change, 3);
    expect(taken).toEqual({ change: step.stands ? step.change : taken.change, count, redone: step.stands });
    step.undo = step.stands ? null : taken.change;
  } catch (error) {
    expect(error).toMatchObject({ code: "cannot-undo" });
    expect((step.edited && isEdited(step.edited.id)) || (count === 0 && step.moved.some(isMoved))).toBe(true);
    step.stands = !step.stands;
  }
}

// Everything in the log that only a contact could explain that is no more.
function heldOfPurged(db: Db): unknown[] {
  return db
    .prepare(
      `SELECT change_id FROM moved WHERE NOT EXISTS (SELECT 1 FROM contact WHERE id BETWEEN first_id AND last_id)
       UNION ALL SELECT change_id FROM former WHERE contact_id NOT IN (SELECT id FROM contact)
       UNION ALL SELECT id FROM change WHERE kind IN ('add', 'undo') AND name <> ''
        AND first_added NOT IN (SELECT id FROM contact)`,
    )
    .all();
}
