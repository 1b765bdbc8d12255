import v8 from "node:v8";

/**
 * For who stays: keeps V8 from optimizing what it runs often. A check a second never gains what that costs, 6 MB for V8's
 * compilers alone. They are asked for anew each time something is often run, so from here on none is.
 */
export function neverOptimize(): void {
  for (const compiler of ["maglev", "turbofan"]) v8.setFlagsFromString(`--no-${compiler}`);
}

let asked = 0;

/**
 * For who stays: frees what is no longer used. Every tenth call what is young, in half a millisecond, and every 600th all
 * of it, in some 20, giving back what it took. By itself V8 would wait for 16 MB of young garbage, which suits a report
 * (packaging/programs.ts), and for tens of MB of old. Nothing from source, where Node has no `--expose-gc`.
 */
export function freeGarbage(): void {
  if (asked % 600 === 0) globalThis.gc?.({ type: "major", flavor: "last-resort" });
  else if (asked % 10 === 0) globalThis.gc?.({ type: "minor" });
  asked += 1;
}
