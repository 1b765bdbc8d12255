/** Something that reads what others wrote, as the fuzzer drives it. Each file under `targets/` exports one. */
export type Target = {
  /** Inputs to begin with: real ones, of every kind the reader knows. */
  readonly seeds: readonly (string | Uint8Array)[];
  /** Words of the grammar that chance would not hit upon; the sources' own string literals come by themselves. */
  readonly words: readonly string[];
  /** The most bytes an input may grow to, where longer ones only take longer. */
  readonly longest?: number;
  /**
   * Reads one input and looks at what came of it. Returns whether it was read or refused. What it throws is a
   * finding: anything but the reader's own refusal, and every result that is not what its type says.
   */
  readonly read: (input: Buffer) => "read" | "refused";
};

/** Throws where something does not hold of a result. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`it must hold that ${what}`);
}
