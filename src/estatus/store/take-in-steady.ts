import { findProgram } from "./programs.ts";
import { readMemory, writeMemory } from "./sights.ts";
import { goesOn, readSteady } from "./steady-file.ts";
import { reading, writing, type Store } from "./store.ts";

/** Brings what steady checks left beside the store into it. Throws SqliteError. */
export function takeInSteady(db: Store, folder: string): void {
  const steady = readSteady(folder);
  if (steady === null) return;
  const later = reading(db, () =>
    Object.entries(steady.programs).flatMap(([name, memory]) => {
      const id = findProgram(db, name);
      return id !== null && goesOn(readMemory(db, id), memory) ? [{ id, memory }] : [];
    }),
  );
  if (later.length === 0) return;
  writing(db, false, () => {
    for (const { id, memory } of later) if (goesOn(readMemory(db, id), memory)) writeMemory(db, id, memory);
  });
}
