import type { Done } from "./api-types.ts";

/** What POST api/undo did. `redone`: the change given was an undo, and what that had taken back was done again. */
export type Undone = Done & { readonly redone: boolean };

/** The changes to send to POST api/undo so as to undo the last one, and to redo what was undone last; null for none. */
export type Next = { readonly undo: number | null; readonly redo: number | null };
