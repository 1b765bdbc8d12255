import type { ReadAs } from "../exchange-types.ts";

/** A contact found in a file. `row` is where a person would look for it: a line, a card or an entry, from 1. */
export type Found = { readonly row: number; readonly name: string; readonly phone: string };

/** A place in a file that holds no contact we can read, and why, in the user's language. */
export type Unreadable = { readonly row: number; readonly reason: string };

/**
 * What a reader takes from a file, a slice at a time, so that whoever reads can show progress and stop.
 * `done` is how much of the file is behind, 0 to 1.
 */
export type Slice = {
  readonly found: readonly Found[];
  readonly unreadable: readonly Unreadable[];
  readonly done: number;
};

export type FileKind = "csv" | "vcf" | "pickle";

/** A reader's whole answer: its slices, and whether the file says that Agenda itself wrote it. */
export type Reading = {
  readonly kind: FileKind;
  readonly ours: boolean;
  readonly slices: Iterable<Slice>;
  /** What its columns or fields are read as, where it has such; to be asked for when all slices were taken. */
  readonly readAs?: () => ReadAs;
};
