import type { Figures } from "../../../../src/estatus/core/figures.ts";
import { intersect, subtract, total } from "../../../../src/estatus/core/intervals.ts";
import { memoryLedger } from "./ledger.ts";
import { healthchecks, nagios, uptimeKuma } from "./rivals.ts";
import { shownFailures, type Shown } from "./shown-failures.ts";
import { simulate } from "./simulate.ts";
import { truthOf } from "./truth.ts";
import type { World } from "./world.ts";
import { figuresOf } from "../figures-of.ts";

/** What the accounting said of a simulated history, beside what really happened. */
export type Verdict = {
  readonly figures: Figures;
  /** True time away while somebody watched, and its estimate, ms; without what the clock showed twice. */
  readonly trueDown: number;
  readonly down: number;
  /** The time both are a part of, ms. */
  readonly watched: number;
  /** True time up and true time away of the whole window, watched or not, ms: what the bounds must hold. */
  readonly trueUp: number;
  readonly trueAway: number;
  readonly shown: Shown;
  readonly rivals: readonly { readonly name: string; readonly share: number }[];
};

export function verdictOf(world: World): Verdict {
  const ledger = memoryLedger(world.policy);
  const rivals = [uptimeKuma(), healthchecks(world.policy.interval, 60_000), nagios()];
  const simulation = simulate(world, ledger, (at, state) => {
    for (const rival of rivals) rival.see(at, state);
  });
  const truth = truthOf(simulation, world);
  const { window } = truth;
  const chronicle = ledger.chronicle();
  const figures = figuresOf(chronicle, window);
  const trueUp = total(truth.alive);
  const trueAway = total(truth.away);
  return {
    figures,
    trueDown: total(subtract(intersect(truth.away, figures.parts.covered), truth.twice)),
    watched: total(subtract(figures.parts.covered, truth.twice)),
    down: total(subtract(figures.parts.down.mid, truth.twice)),
    trueUp,
    trueAway,
    shown: shownFailures(simulation, chronicle.outages),
    rivals: rivals.map((one) => ({ name: one.name, share: one.share(window.from, window.to) })),
  };
}
