import { AppError } from "../../app-error.ts";
import { entriesIn } from "./pickle-entries.ts";
import { fieldsSeen, type FieldsSeen } from "./pickle-read-as.ts";
import { unpickle } from "./pickle/unpickle.ts";
import type { Value } from "./pickle/values.ts";
import type { Found, Reading, Slice, Unreadable } from "./reading.ts";

const entriesASlice = 5_000;

/** Reads the contacts of the old program's pickle file, in every shape that such a file can have. */
export function pickleContacts(bytes: Uint8Array): Reading {
  const fields = fieldsSeen();
  return { kind: "pickle", ours: false, slices: slicesOf(bytes, fields), readAs: fields.readAs };
}

function* slicesOf(bytes: Uint8Array, seen: FieldsSeen): Generator<Slice> {
  const values: Value[] = [];
  let damage: string | undefined;
  try {
    for (const { done, value } of unpickle(bytes)) {
      if (value !== undefined) values.push(value);
      yield { found: [], unreadable: [], done: done * 0.5 };
    }
  } catch (error) {
    // What a later pickle of the file has lost does not make the earlier ones worse.
    if (values.length === 0 || !(error instanceof AppError) || error.code !== "pickle-broken") throw error;
    damage = error.message;
  }
  let found: Found[] = [];
  let unreadable: Unreadable[] = [];
  let row = 0;
  for (const entry of entriesIn(values)) {
    row++;
    if ("reason" in entry) unreadable.push({ row, reason: entry.reason });
    else {
      if (entry.fields) seen.see(entry.fields);
      if (entry.places) seen.seePlaces(entry.places);
      for (const phone of entry.phones.length > 0 ? entry.phones : [""])
        found.push({ row, name: entry.name, phone });
    }
    if (row % entriesASlice !== 0) continue;
    yield { found, unreadable, done: 0.75 };
    found = [];
    unreadable = [];
  }
  if (damage) unreadable.push({ row: row + 1, reason: damage });
  yield { found, unreadable, done: 1 };
}
