import type { ContactFields } from "./api-types.ts";

/** How far an import has come; `reading`, before it is shown, with how much of the file is behind, 0 to 1. */
export type ImportState =
  | { readonly at: "reading"; readonly file: string; readonly done: number }
  | { readonly at: "running"; readonly done: number; readonly total: number }
  | { readonly at: "done"; readonly change: number; readonly added: number; readonly revision: number }
  | { readonly at: "cancelled" }
  | { readonly at: "failed"; readonly message: string; readonly hint: string };

/** Where an export was written: a new file, with its folder. */
export type ExportedFile = { readonly file: string };

/** What the columns of a file are read as, or the fields of its entries, by their headings. */
export type ReadAs = {
  readonly name: readonly string[];
  readonly phone: readonly string[];
  /** What names a contact without a name. */
  readonly instead: readonly string[];
  /** What is left out. */
  readonly left: readonly string[];
};

/** What an import would do, before anything is done. */
export type Preview = {
  readonly id: string;
  readonly file: string;
  readonly format: "csv" | "vcf" | "pickle";
  readonly fresh: number;
  readonly duplicate: number;
  readonly unreadable: readonly { readonly row: number; readonly reason: string }[];
  readonly unreadableCount: number;
  readonly sample: readonly ContactFields[];
  /** null where a file has no columns of its own: a vCard, and what Agenda itself wrote. */
  readonly readAs: ReadAs | null;
};
