import type { Interval } from "./outage.ts";

/**
 * Sets of instants as sorted, disjoint, non-empty half-open intervals of UTC milliseconds. Every function here
 * takes and gives such sets in linear time; `union` makes one of anything.
 */
export type Intervals = readonly Interval[];

/** The set of instants in any of `intervals`, which may overlap, touch, be empty and come in any order. */
export function union(intervals: Intervals): Intervals {
  if (isSet(intervals)) return intervals;
  const merged: { from: number; to: number }[] = [];
  let last = { from: -Infinity, to: -Infinity };
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    if (from > last.to) merged.push((last = { from, to }));
    else if (to > last.to) last.to = to;
  }
  return merged;
}

// Histories come in order and apart but for clocks set back; to see that is cheaper than to make them anew.
function isSet(intervals: Intervals): boolean {
  let before = -Infinity;
  for (const { from, to } of intervals) {
    if (from <= before || from >= to) return false;
    before = to;
  }
  return true;
}

/** The instants in both sets. */
export function intersect(a: Intervals, b: Intervals): Interval[] {
  const common: Interval[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && b[j]!.to <= one.from) j++;
    for (let k = j; k < b.length && b[k]!.from < one.to; k++) {
      const other = b[k]!;
      // As it is where it lies within, which is the rule for outages: there is nothing to cut.
      if (other.from >= one.from && other.to <= one.to) common.push(other);
      else common.push({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) });
    }
  }
  return common;
}

/** The instants in `a` that are not in `b`. */
export function subtract(a: Intervals, b: Intervals): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && b[j]!.to <= one.from) j++;
    let from = one.from;
    for (let k = j; k < b.length && b[k]!.from < one.to; k++) {
      if (b[k]!.from > from) rest.push({ from, to: b[k]!.from });
      from = b[k]!.to;
    }
    if (from < one.to) rest.push({ from, to: one.to });
  }
  return rest;
}

/** How many milliseconds a set holds. */
export function total(set: Intervals): number {
  let sum = 0;
  for (const one of set) sum += one.to - one.from;
  return sum;
}

/**
 * Adds to each of `sums` how many milliseconds of a set lie between two neighbours of the ascending `edges`: to the i-th
 * those from `edges[i]` to `edges[i + 1]`. Nothing of the set lies before `edges[first]`.
 */
export function addBetween(set: Intervals, edges: readonly number[], sums: number[], first = 0): void {
  let i = first;
  for (const { from, to } of set) {
    while (i < sums.length && edges[i + 1]! <= from) i++;
    if (from >= edges[i]! && to <= edges[i + 1]!) {
      sums[i]! += to - from;
      continue;
    }
    for (let k = i, at = Math.max(from, edges[i]!); at < to && k < sums.length; k++) {
      const end = Math.min(to, edges[k + 1]!);
      sums[k]! += end - at;
      at = end;
    }
  }
}
