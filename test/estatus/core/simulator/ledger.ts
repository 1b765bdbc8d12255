import { account } from "../../../../src/estatus/core/account.ts";
import type { Chronicle, OutageSpan } from "../../../../src/estatus/core/chronicle.ts";
import type { Known, Memory, OpenOutage } from "../../../../src/estatus/core/memory.ts";
import { likelyStart, NO_TALLY, startShares, tallied } from "../../../../src/estatus/core/likely-start.ts";
import type { Moment } from "../../../../src/estatus/core/moment.ts";
import type { Observation } from "../../../../src/estatus/core/observation.ts";
import type { Gap, Interval } from "../../../../src/estatus/core/outage.ts";
import type { Policy } from "../../../../src/estatus/core/policy.ts";

/** Where a simulation keeps what its checks know, as the store does for real ones. */
export type Ledger = {
  readonly known: (at: number) => Known;
  readonly record: (known: Known, moment: Moment, observation: Observation) => void;
  /** An attempt at a launch is about to be made. */
  readonly attempt: (at: number) => void;
  readonly pause: (from: number, until: number) => void;
  readonly chronicle: () => Chronicle;
};

/** A ledger in plain arrays: ten years of checks pass through it in seconds. */
export function memoryLedger(policy: Policy): Ledger {
  const coverage: Interval[] = [];
  const gaps: Gap[] = [];
  const outages: (OutageSpan & Pick<OpenOutage, "cause">)[] = [];
  let tally = NO_TALLY;
  const pauses: Interval[] = [];
  let memory: Memory | null = null;
  let open: OpenOutage | null = null;
  let firstCheckAt: number | null = null;

  const touching = (since: number) => pauses.slice(-3).filter((one) => one.to >= since);
  return {
    known: (at) => ({
      memory,
      openOutage: open,
      pauses: touching(Math.min(memory?.aliveAt ?? at, memory?.checkedAt ?? at, at)),
    }),
    record: (known, moment, observation) => {
      const result = account(known, moment, observation, policy);
      firstCheckAt ??= moment.at;
      memory = result.memory;
      if (result.finishedCoverage) coverage.push(result.finishedCoverage);
      if (result.gap) gaps.push(result.gap);
      open = result.movedOutage ?? open;
      const { ended, opened } = result.outage;
      if (opened) tally = tallied(tally, opened);
      if (ended && open) {
        outages.push({
          ...spanOf(open),
          latestStart: Math.min(open.latestStart, ended.at),
          endedAt: ended.at,
        });
        open = null;
      }
      if (opened?.end) outages.push({ ...spanOf(opened), endedAt: opened.end.at });
      else if (opened) open = { id: outages.length, ...opened, attempts: [] };
    },
    attempt: (at) => {
      if (memory) memory = { ...memory, recentAttempts: memory.recentAttempts + 1, lastAttemptAt: at };
    },
    pause: (from, to) => pauses.push({ from, to }),
    chronicle: () => {
      const shares = startShares(tally);
      const all = open ? [...outages, { ...spanOf(open), endedAt: null }] : outages;
      const growing = memory ? [{ from: memory.coveredFrom, to: memory.checkedAt }] : [];
      return {
        coverage: [...coverage, ...growing],
        gaps,
        pauses,
        outages: all.map((one) => ({ ...one, likelyStart: likelyStart(one, shares) })),
        firstCheckAt: firstCheckAt ?? 0,
        checkedAt: memory?.checkedAt ?? 0,
        interval: policy.interval,
      };
    },
  };
}

function spanOf({
  kind,
  cause,
  earliestStart,
  latestStart,
}: Pick<OpenOutage, "kind" | "cause" | "earliestStart" | "latestStart">) {
  return { kind, cause, earliestStart, latestStart };
}
