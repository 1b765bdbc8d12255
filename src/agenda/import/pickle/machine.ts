import type { ByteCursor } from "./byte-cursor.ts";
import { broken, refused } from "./errors.ts";
import { called, isListed } from "./globals.ts";
import { box, isBox, isNamed, type Box, type Value } from "./values.ts";

/** The state of a pickle being read: its stack, the marks on it, and what it remembered. */
export type Machine = {
  readonly cursor: ByteCursor;
  readonly stack: Value[];
  readonly marks: number[];
  readonly memo: Map<number, Value>;
};

/** A machine that has done nothing yet. */
export function newMachine(cursor: ByteCursor): Machine {
  return { cursor, stack: [], marks: [], memo: new Map() };
}

/** Takes the topmost value away. Here and below: @throws AppError `pickle-broken` where the stack has not what is asked for. */
export function pop({ stack, marks, cursor }: Machine): Value {
  if (stack.length <= (marks.at(-1) ?? 0)) throw broken(cursor.position);
  return stack.pop()!;
}

/** Takes the topmost thing away, be it a value or a mark. */
export function drop(machine: Machine): void {
  if (machine.marks.at(-1) === machine.stack.length) machine.marks.pop();
  else pop(machine);
}

/** The topmost value, which stays. */
export function top({ stack, cursor }: Machine): Value {
  const value = stack.at(-1);
  if (value === undefined) throw broken(cursor.position);
  return value;
}

/** Everything above the last mark, which is taken away with it. */
export function popToMark({ stack, marks, cursor }: Machine): Value[] {
  const mark = marks.pop();
  if (mark === undefined || mark > stack.length) throw broken(cursor.position);
  return stack.splice(mark);
}

/** The same of a value that others can be put into. */
export function topBox(machine: Machine): Box {
  const value = top(machine);
  if (!isBox(value)) throw broken(machine.cursor.position);
  return value;
}

/** Puts what was remembered under a number on the stack again. */
export function recall({ memo, stack, cursor }: Machine, index: number): void {
  const value = memo.get(index);
  if (value === undefined) throw broken(cursor.position);
  stack.push(value);
}

/** Puts values into a list or a set. */
export function putItems(target: Box, values: readonly Value[]): void {
  for (const value of values) target.items.push(value);
}

/** Puts keys and values, one after the other, into a dict. */
export function putEntries(machine: Machine, target: Box, values: readonly Value[]): void {
  if (values.length % 2 === 1) throw broken(machine.cursor.position);
  for (let i = 0; i < values.length; i += 2) target.entries.push([values[i]!, values[i + 1]!]);
}

/** Calls what is below the arguments: only what is on the list, and never as more than data. */
export function reduce(machine: Machine): void {
  const args = pop(machine);
  const callee = pop(machine);
  machine.stack.push(called(globalName(machine, callee), itemsOf(machine, args)));
}

/** What is in a tuple of arguments. */
export function itemsOf({ cursor }: Machine, args: Value): Value[] {
  if (!isBox(args)) throw broken(cursor.position);
  return args.items;
}

/** Makes an object of a class: one of the listed kinds, or a box of data for a class we do not have. */
export function instance(machine: Machine, cls: Value, args: Value[]): void {
  const name = globalName(machine, cls);
  machine.stack.push(isListed(name) ? called(name, args) : box("object", args));
}

/** Gives an object its state: a dict of attributes, or a pair of dicts where its class has slots. */
export function build(machine: Machine): void {
  const state = pop(machine);
  const target = top(machine);
  if (!isBox(target)) throw isNamed(target) ? refused(target.name) : broken(machine.cursor.position);
  if (isBox(state)) target.states.push(state);
}

function globalName(machine: Machine, value: Value): string {
  if (!isNamed(value)) throw broken(machine.cursor.position);
  return value.name;
}
