import type { Draft, View, ViewChange } from "./api-types.ts";
import type { Db } from "../sqlite/open.ts";
import { prepared } from "../sqlite/prepared.ts";
import { changeOfKey } from "./change-log.ts";

/** What is on screen in a first launch. */
const firstView: View = {
  search: "",
  sort: "name",
  selection: [],
  unselected: [],
  edit: null,
  scroll: { index: 0, id: null, pixels: 0 },
  language: null,
  theme: null,
  country: null,
  focus: "",
};

/** What was last on screen. */
export function readView(db: Db): View {
  return { ...firstView, ...read<Partial<View>>(db, "view") };
}

/** Keeps what changed on screen. */
export function keepView(db: Db, change: ViewChange): void {
  db.transaction(() => keep(db, "view", { ...readView(db), ...change })).immediate();
}

/** The half-typed contact, or null. */
export function readDraft(db: Db): Draft | null {
  return read<Draft>(db, "draft");
}

/** Keeps the half-typed contact, unless it was saved in the meantime: then it would come back as a ghost. */
export function keepDraft(db: Db, draft: Draft): void {
  db.transaction(() => {
    if (changeOfKey(db, draft.id) !== null) return;
    if (draft.name === "" && draft.phone === "") forgetDraft(db, draft.id);
    else keep(db, "draft", draft);
  }).immediate();
}

/** Lets the half-typed contact go, where it is this one. */
export function forgetDraft(db: Db, id: string): void {
  prepared(db, "DELETE FROM kept WHERE name = 'draft' AND value ->> 'id' = ?").run(id);
}

/** Reads one kept thing, or null. */
export function read<T>(db: Db, name: string): T | null {
  const value = db.prepare("SELECT value FROM kept WHERE name = ?").pluck().get(name) as string | undefined;
  return value === undefined ? null : (JSON.parse(value) as T);
}

/** Keeps one thing under a name. */
export function keep(db: Db, name: string, value: unknown): void {
  prepared(db, "INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(
    name,
    JSON.stringify(value),
  );
}
