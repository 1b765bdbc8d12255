import { digitsOf, fold } from "../fold.ts";

/** A contact with what says whether another is the same. */
export type Identified = {
  readonly name: string;
  readonly phone: string;
  readonly folded: string;
  readonly digits: string;
};

/** Two contacts are the same when their names differ in no letter and their phones in no digit. */
export function identified({ name, phone }: { name: string; phone: string }): Identified {
  return { name, phone, folded: fold(name), digits: digitsOf(phone) };
}

/** Counts how often the same contact comes: gives 1 for its first time, 2 for its second … */
export type Counter = (contact: Identified) => number;

/** A hash table of contacts with open addressing: a Map of joined strings takes five times as long. */
export function countContacts(): Counter {
  const known: Identified[] = [];
  const hashes: number[] = [];
  const counts: number[] = [];
  let slots = new Int32Array(1 << 12);
  // The slot of the known contact that is the same, else the free one where it belongs.
  const slotOf = (hash: number, contact?: Identified): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1;
      if (contact && hashes[index] === hash && isSame(known[index]!, contact)) break;
    }
    return slot;
  };
  return (contact) => {
    const hash = hashOf(contact);
    const slot = slotOf(hash, contact);
    const index = slots[slot]!;
    if (index > 0) return ++counts[index - 1]!;
    slots[slot] = known.push(contact);
    hashes.push(hash);
    counts.push(1);
    if (known.length * 2 > slots.length) {
      slots = new Int32Array(slots.length * 4);
      for (let i = 0; i < hashes.length; i++) slots[slotOf(hashes[i]!)] = i + 1;
    }
    return 1;
  };
}

// A name of signs alone folds to nothing, and a phone may have no digit: then the whole of it counts.
function isSame(a: Identified, b: Identified): boolean {
  return (
    a.folded === b.folded &&
    a.digits === b.digits &&
    (a.folded !== "" || a.name === b.name) &&
    (a.digits !== "" || a.phone === b.phone)
  );
}

function hashOf({ name, phone, folded, digits }: Identified): number {
  const hash = hashText(folded || name, 0x811c9dc5);
  const mixed = hashText(digits || phone, Math.imul(hash ^ 0xff, 0x01000193));
  return mixed ^ (mixed >>> 15);
}

// FNV-1a, on UTF-16 units.
function hashText(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
