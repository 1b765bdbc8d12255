import { broken, refused } from "./errors.ts";
import { allowedGlobal } from "./globals.ts";
import * as machine from "./machine.ts";
import type { Machine } from "./machine.ts";
import { fromDecimal, longFromBytes } from "./numbers.ts";
import { fromRawUnicodeEscape, fromStringLiteral, textOfBytes } from "./texts.ts";
import { box, type Value } from "./values.ts";

type Step = (m: Machine) => void;

const push =
  (read: (m: Machine) => Value | undefined): Step =>
  (m) => {
    const value = read(m);
    if (value === undefined) throw broken(m.cursor.position);
    m.stack.push(value);
  };
const bytesOf = (width: number): Step => push(({ cursor }) => textOfBytes(cursor.take(cursor.size(width))));
const utf8Of = (width: number): Step => push(({ cursor }) => cursor.take(cursor.size(width)).toString());
const tupleOf = (count: number): Step =>
  push((m) => box("tuple", Array.from({ length: count }, () => machine.pop(m)).toReversed()));
const memoAt =
  (index: (m: Machine) => number): Step =>
  (m) =>
    void m.memo.set(index(m), machine.top(m));
const recallFrom =
  (index: (m: Machine) => number): Step =>
  (m) =>
    machine.recall(m, index(m));
const decimalIndex = ({ cursor }: Machine): number => Number.parseInt(cursor.line(), 10);
const utf8Line = ({ cursor }: Machine): string => Buffer.from(cursor.line(), "latin1").toString();
const globalNamed = (module: Value, name: Value): Value => {
  if (typeof module !== "string" || typeof name !== "string") throw refused("?");
  return { kind: "global", name: allowedGlobal(module, name) };
};
const unlisted =
  (what: string): Step =>
  () => {
    throw refused(what);
  };

/** What each opcode of protocols 0 to 5 does, by its byte; STOP is the reader's. */
export const steps: ReadonlyMap<number, Step> = new Map(
  Object.entries({
    // Protocol 0
    "(": (m) => void m.marks.push(m.stack.length),
    "0": machine.drop,
    "1": (m) => void machine.popToMark(m),
    "2": (m) => void m.stack.push(machine.top(m)),
    F: push(({ cursor }) => Number.parseFloat(cursor.line())),
    I: push(({ cursor }) => fromDecimal(cursor.line())),
    L: push(({ cursor }) => fromDecimal(cursor.line())),
    N: push(() => null),
    S: push(({ cursor }) => fromStringLiteral(cursor.line())),
    V: push(({ cursor }) => fromRawUnicodeEscape(cursor.line())),
    P: unlisted("persistent_load"),
    R: machine.reduce,
    a: (m) => {
      const value = machine.pop(m);
      machine.topBox(m).items.push(value);
    },
    b: machine.build,
    c: push((m) => globalNamed(utf8Line(m), utf8Line(m))),
    d: push((m) => {
      const values = machine.popToMark(m);
      const made = box("dict");
      machine.putEntries(m, made, values);
      return made;
    }),
    g: recallFrom(decimalIndex),
    i: (m) => {
      const cls = globalNamed(utf8Line(m), utf8Line(m));
      machine.instance(m, cls, machine.popToMark(m));
    },
    l: push((m) => box("list", machine.popToMark(m))),
    p: memoAt(decimalIndex),
    s: (m) => {
      const value = machine.pop(m);
      const key = machine.pop(m);
      machine.topBox(m).entries.push([key, value]);
    },
    t: push((m) => box("tuple", machine.popToMark(m))),
    // Protocol 1
    ")": push(() => box("tuple")),
    "]": push(() => box("list")),
    "}": push(() => box("dict")),
    G: push(({ cursor }) => cursor.take(8).readDoubleBE()),
    J: push(({ cursor }) => cursor.take(4).readInt32LE()),
    K: push(({ cursor }) => cursor.byte()),
    M: push(({ cursor }) => cursor.size(2)),
    Q: unlisted("persistent_load"),
    T: bytesOf(4),
    U: bytesOf(1),
    X: utf8Of(4),
    e: (m) => {
      const values = machine.popToMark(m);
      machine.putItems(machine.topBox(m), values);
    },
    h: recallFrom(({ cursor }) => cursor.byte()),
    j: recallFrom(({ cursor }) => cursor.size(4)),
    o: (m) => {
      const [cls, ...args] = machine.popToMark(m);
      machine.instance(m, cls ?? null, args);
    },
    q: memoAt(({ cursor }) => cursor.byte()),
    r: memoAt(({ cursor }) => cursor.size(4)),
    u: (m) => {
      const values = machine.popToMark(m);
      machine.putEntries(m, machine.topBox(m), values);
    },
    // Protocol 2
    "\x80": ({ cursor }) => {
      if (cursor.byte() > 5) throw broken(cursor.position);
    },
    "\x81": (m) => {
      const args = machine.pop(m);
      machine.instance(m, machine.pop(m), machine.itemsOf(m, args));
    },
    "\x82": unlisted("copyreg.extension"),
    "\x83": unlisted("copyreg.extension"),
    "\x84": unlisted("copyreg.extension"),
    "\x85": tupleOf(1),
    "\x86": tupleOf(2),
    "\x87": tupleOf(3),
    "\x88": push(() => true),
    "\x89": push(() => false),
    "\x8a": push(({ cursor }) => longFromBytes(cursor.take(cursor.byte()))),
    "\x8b": push(({ cursor }) => longFromBytes(cursor.take(cursor.size(4)))),
    // Protocol 3
    B: bytesOf(4),
    C: bytesOf(1),
    // Protocol 4
    "\x8c": utf8Of(1),
    "\x8d": utf8Of(8),
    "\x8e": bytesOf(8),
    "\x8f": push(() => box("set")),
    "\x90": (m) => {
      const values = machine.popToMark(m);
      machine.putItems(machine.topBox(m), values);
    },
    "\x91": push((m) => box("set", machine.popToMark(m))),
    "\x92": (m) => {
      machine.pop(m);
      const args = machine.pop(m);
      machine.instance(m, machine.pop(m), machine.itemsOf(m, args));
    },
    "\x93": push((m) => {
      const name = machine.pop(m);
      return globalNamed(machine.pop(m), name);
    }),
    "\x94": (m) => void m.memo.set(m.memo.size, machine.top(m)),
    "\x95": ({ cursor }) => void cursor.take(8),
    // Protocol 5
    "\x96": bytesOf(8),
    "\x97": unlisted("out-of-band buffer"),
    "\x98": () => undefined,
  } satisfies Record<string, Step>).map(([mark, step]) => [mark.charCodeAt(0), step as Step]),
);
