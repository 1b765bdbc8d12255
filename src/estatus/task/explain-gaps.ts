import type { ProgramCheck } from "../check-program.ts";
import { gapCauseOf, type SchedulerFacts } from "../core/gap-cause.ts";
import type { Interval } from "../core/outage.ts";
import { explainGaps } from "../store/gaps.ts";
import { openOwnStore } from "../store/open-own.ts";
import { thisUser } from "./owner.ts";
import { taskNameOf } from "./plan.ts";

/**
 * Finds out why nobody looked, for the gaps that a check has just recorded as unexplained, and records that. One
 * question for all programs: they were unwatched together.
 */
export async function explainGapsOf(
  checks: readonly Pick<ProgramCheck, "program" | "gap">[],
  folder: string,
  ask: (gap: Interval) => Promise<SchedulerFacts> = askScheduler,
): Promise<void> {
  const open = checks.flatMap(({ program, gap }) =>
    gap?.cause === "unexplained" ? [{ ...gap, program }] : [],
  );
  if (open.length === 0) return;
  const from = Math.min(...open.map((gap) => gap.from));
  const facts = await ask({ from, to: Math.max(...open.map((gap) => gap.to)) });
  const explained = open
    .map((gap) => ({ ...gap, cause: gapCauseOf(gap, facts) }))
    .filter(({ cause }) => cause !== "unexplained");
  if (explained.length === 0) return;
  const store = openOwnStore(folder);
  try {
    explainGaps(store, explained);
  } finally {
    store.close();
  }
}

async function askScheduler(gap: Interval): Promise<SchedulerFacts> {
  const { schedulerFacts } = await import("../adapters/scheduler-facts.ts");
  return await schedulerFacts(taskNameOf(await thisUser()), gap);
}
