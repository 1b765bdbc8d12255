import { byteCursor } from "./byte-cursor.ts";
import { broken } from "./errors.ts";
import { newMachine, pop } from "./machine.ts";
import { steps } from "./opcodes.ts";
import type { Value } from "./values.ts";

/** How far the reading has come: `done` 0 to 1, and a value whenever one pickle of the file has ended. */
export type Unpickled = { readonly done: number; readonly value?: Value };

const stop = ".".charCodeAt(0);
const stepsASlice = 100_000;

/**
 * Reads the pickles that stand one after another in a file, protocols 0 to 5. It is an interpreter of data:
 * nothing the file says is run, and what would have to be run is refused by name.
 * @throws AppError `pickle-refused` or `pickle-broken`.
 */
export function* unpickle(bytes: Uint8Array): Generator<Unpickled> {
  const cursor = byteCursor(bytes);
  let machine = newMachine(cursor);
  for (let step = 1; cursor.position < cursor.length; step++) {
    const opcode = cursor.byte();
    if (opcode === stop) {
      yield { done: cursor.position / cursor.length, value: pop(machine) };
      if (isBlank(bytes.subarray(cursor.position))) return;
      machine = newMachine(cursor);
    } else {
      const act = steps.get(opcode);
      if (!act) throw broken(cursor.position - 1);
      act(machine);
    }
    if (step % stepsASlice === 0) yield { done: cursor.position / cursor.length };
  }
  throw broken(cursor.position);
}

// Editors and some transfers leave an empty line at the end.
function isBlank(rest: Uint8Array): boolean {
  return rest.length < 16 && /^\s*$/.test(Buffer.from(rest).toString("latin1"));
}
