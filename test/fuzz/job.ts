/** What a fuzzing worker is told. */
export type Job = {
  /** The module of the target, and the name it exports it by. */
  readonly url: string;
  readonly name: string;
  readonly libraries: readonly string[];
  /** A folder beside the sources whose modules count their branches too. */
  readonly alsoUnder?: string | undefined;
  readonly runs: number;
  readonly seed: number;
  /** Two 32-bit words, how many runs began and the input's length; then the input that is being read. */
  readonly shared: SharedArrayBuffer;
};

export type Progress = {
  runs: number;
  read: number;
  refused: number;
  /** Branches ever taken, and inputs kept because they showed something new. */
  edges: number;
  kept: number;
  findings: number;
};

export type Finding = { readonly key: string; readonly input: Uint8Array; readonly stack: string };

export type Said =
  | { readonly progress: Progress }
  | { readonly finding: Finding }
  | { readonly done: Progress };
