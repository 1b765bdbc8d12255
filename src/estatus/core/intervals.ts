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
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i]!;
    const other = b[j]!;
    const from = one.from > other.from ? one.from : other.from;
    const to = one.to < other.to ? one.to : other.to;
    // Most outages lie within what was watched, and stay what they are.
    if (from < to) common.push(from === other.from && to === other.to ? other : { from, to });
    if (to === other.to) j++;
    else i++;
  }
  return common;
}

/** The instants in `a` that are not in `b`. */
export function subtract(a: Intervals, b: Intervals): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const one of a) {
    const end = one.to;
    let from = one.from;
    for (; j < b.length; j++) {
      const other = b[j]!;
      if (other.from >= end) break;
      if (other.from > from) rest.push({ from, to: other.from });
      if (other.to > from) from = other.to;
      // It reaches into the next ones, too.
      if (from > end) break;
    }
    if (from < end) rest.push({ from, to: end });
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
  let end = edges[i + 1]!;
  for (const { from, to } of set) {
    while (i < sums.length && end <= from) end = edges[++i + 1]!;
    if (to <= end && from >= edges[i]!) {
      sums[i]! += to - from;
      continue;
    }
    for (let k = i, at = Math.max(from, edges[i]!); at < to && k < sums.length; k++) {
      const next = Math.min(to, edges[k + 1]!);
      sums[k]! += next - at;
      at = next;
    }
  }
}
