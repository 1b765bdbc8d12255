let asked = 0;

/**
 * For who stays: frees what is no longer used, every tenth time it is called, which then takes half a millisecond. By
 * itself V8 would wait for 16 MB of it, which suits a report (packaging/programs.ts). Nothing from source, where Node has
 * no `--expose-gc`.
 */
export function freeGarbage(): void {
  if (asked++ % 10 === 0) globalThis.gc?.({ type: "minor" });
}
