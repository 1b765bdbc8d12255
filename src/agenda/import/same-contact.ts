import type { ContactBytes } from "./contact-bytes.ts";

/**
 * Counts how often the same contact comes: gives 1 for its first time, 2 for its second … The first `idle` digits of
 * its phone do not count.
 */
export type Counter = (contact: ContactBytes, idle: number) => number;

// No UTF-8 has this byte: it parts the name from the phone.
const parting = 0xff;

/**
 * Two contacts are the same when their names differ in no letter and their phones in no digit that counts. This is a hash
 * table of bytes with open addressing: a Map of strings takes five times as long.
 */
export function countContacts(): Counter {
  // The bytes that tell contacts apart, one contact's behind another's: those of contact n begin at starts[n].
  let keys = Buffer.alloc(1 << 16);
  let starts = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 12);
  let times = new Int32Array(1 << 12);
  let known = 0;
  // A slot holds the number of a contact, counted from 1; half of them stay free.
  let slots = new Int32Array(1 << 13);

  // The slot of the known contact with these bytes, else the free one where it belongs.
  const slotOf = (hash: number, start: number, end: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const n = slots[slot]! - 1;
      if (hashes[n] === hash && keys.compare(keys, start, end, starts[n], starts[n + 1]) === 0) break;
    }
    return slot;
  };
  const grow = (): void => {
    [starts, hashes, times] = [enlarged(starts), enlarged(hashes), enlarged(times)];
    slots = new Int32Array(slots.length * 2);
    for (let n = 0; n < known; n++) slots[slotOf(hashes[n]!, starts[n]!, starts[n]!)] = n + 1;
  };
  return (contact, idle) => {
    const start = starts[known]!;
    if (start + contact.ends[3]! >= keys.length) keys = Buffer.concat([keys], keys.length * 2);
    const end = writeKey(contact, idle, keys, start);
    const hash = hashOf(keys, start, end);
    const slot = slotOf(hash, start, end);
    if (slots[slot] !== 0) return ++times[slots[slot]! - 1]!;
    [hashes[known], times[known], starts[known + 1]] = [hash, 1, end];
    slots[slot] = ++known;
    if (known + 1 === starts.length) grow();
    return 1;
  };
}

// A name of signs alone folds to nothing, and a phone may have no digit: then the whole of it counts.
function writeKey({ bytes, ends }: ContactBytes, idle: number, keys: Buffer, start: number): number {
  const [name, phone, folded, digits] = [ends[0]!, ends[1]!, ends[2]!, ends[3]!];
  let at = start;
  if (folded > phone) for (let i = phone; i < folded; i++) keys[at++] = bytes[i]!;
  else for (let i = 0; i < name; i++) keys[at++] = bytes[i]!;
  keys[at++] = parting;
  if (digits > folded) for (let i = folded + idle; i < digits; i++) keys[at++] = bytes[i]!;
  else for (let i = name; i < phone; i++) keys[at++] = bytes[i]!;
  return at;
}

// FNV-1a.
function hashOf(keys: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ keys[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function enlarged(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
