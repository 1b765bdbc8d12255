import type { Gap } from "../core/outage.ts";
import { findProgram } from "./programs.ts";
import { writing, type Store } from "./store.ts";

/** Gives gaps that were recorded as unexplained the cause they have now; what is explained already stays. */
export function explainGaps(db: Store, gaps: readonly (Gap & { readonly program: string })[]): void {
  writing(db, true, () => {
    const explain = db.prepare(
      `UPDATE gap SET cause = ?
       WHERE program_id = ? AND started_at = ? AND ended_at = ? AND cause = 'unexplained'`,
    );
    for (const { program, cause, from, to } of gaps) explain.run(cause, findProgram(db, program), from, to);
  });
}
