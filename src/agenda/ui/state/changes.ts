import type { AppError } from "../../../app-error.ts";
import type { Chosen, ContactFields, Done, Merge, Saved } from "../../api-types.ts";
import type { Next, Undone } from "../../undo-types.ts";
import { call } from "../call.ts";
import { count, text } from "../words/text.ts";
import { called, note, noteDeleted, noteFailure, noteLost, noteSaved, noteUndone } from "./notices.ts";
import { following } from "./saving.ts";

/** Changes a contact; gives whether there is nothing left to save: it is saved, or in the list no more, which is said. */
export async function change(id: number, fields: ContactFields): Promise<boolean> {
  try {
    noteSaved(await following(call<Saved>("PATCH", `api/contacts/${id}`, fields)));
    return true;
  } catch (error) {
    const isGone = (error as AppError).code === "no-contact";
    if (isGone) noteLost(fields);
    else noteFailure(error);
    return isGone;
  }
}

/** Puts contacts into the bin. */
export async function remove(chosen: Chosen): Promise<boolean> {
  return trying(async () => {
    const done = await following(call<Done>("POST", "api/delete", chosen));
    if (done.change !== null) noteDeleted(done.count, done.name ?? "", done.change);
  });
}

/** Brings contacts back from the bin. */
export async function restore(ids: readonly number[]): Promise<boolean> {
  return trying(async () => {
    const done = await following(call<Done>("POST", "api/restore", { ids }));
    note(() => text().restoredFromBin(count(done.count)), done.change ?? undefined);
  });
}

/** Removes for good what is in the bin. */
export async function emptyBin(): Promise<boolean> {
  return trying(async () => {
    const done = await following(call<Done>("POST", "api/bin/empty"));
    note(() => text().binEmptied(count(done.count)));
  });
}

/** Takes a change back; that can itself be taken back, which does it again. */
export async function undo(id: number): Promise<boolean> {
  return trying(async () => {
    const { change, count, redone } = await following(call<Undone>("POST", "api/undo", { change: id }));
    if (count === 0) note(() => (redone ? text().nothingLeftToRedo : text().nothingLeftToUndo));
    else if (redone) note(() => text().redone, change ?? undefined);
    else if (change !== null) noteUndone(change);
  });
}

// Who presses the key twice means two changes: which one is last, the second asks when the first is done.
let before: Promise<unknown> = Promise.resolve();
const inTurn = (way: keyof Next, orSay: () => string): Promise<boolean> => {
  const done = before.then(() =>
    trying(async () => {
      const step = (await call<Next>("GET", "api/undo"))[way];
      if (step === null) note(orSay);
      else await undo(step);
    }),
  );
  before = done;
  return done;
};

/** Takes back the last change that was not, if there is one. */
export const undoLast = () => inTurn("undo", () => text().nothingToUndo);

/** Does again what was taken back last, unless something else has been done since. */
export const redoLast = () => inTurn("redo", () => text().nothingToRedo);

/** Makes one contact of several. */
export async function merge(merged: Merge): Promise<boolean> {
  return trying(async () => {
    const saved = await following(call<Saved>("POST", "api/merge", merged));
    note(() => text().merged(called(saved.contact)), saved.change);
  });
}

/** Says that no two of these contacts are the same one. */
export async function keepApart(ids: readonly number[]): Promise<boolean> {
  return trying(async () => {
    await following(call("POST", "api/apart", { ids }));
    note(() => text().keptApart);
  });
}

async function trying(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    noteFailure(error);
    return false;
  }
}
