import { iso, isoOrNull } from "../../locales/format.ts";
import { durationOf } from "../core/restore-times.ts";
import type { Attempt } from "../core/outage.ts";
import type { Sums } from "../core/total.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { safeJson } from "./printable.ts";
import type { ProgramReport, Report } from "./program-report.ts";

/**
 * The report as JSON text in pieces, the shape of the design's section 4: an object for one program, else an
 * array of them. Other machines' programs say which machine's they are; what several machines have comes first,
 * added up, with `machine` null and no lists.
 */
export function* jsonReport(
  { programs, totals }: Report<ProgramReport>,
  asArray: boolean,
): Generator<string> {
  let separator = asArray ? "[\n" : "";
  for (const total of totals) {
    yield (
      separator +
        objectStart({ program: total.program, machine: null, machines: total.machines }, total.figures)
    );
    yield `,\n  "outages": [],\n  "gaps": []\n}`;
    separator = ",\n";
  }
  for (const report of programs) {
    yield separator;
    yield* programJson(report);
    separator = ",\n";
  }
  yield asArray ? "\n]\n" : "\n";
}

function* programJson({
  program,
  machine,
  figures,
  checkedAt,
  outages,
  gaps,
}: ProgramReport): Generator<string> {
  yield objectStart(machine === null ? { program } : { program, machine }, figures);
  yield ",\n";
  yield* list("outages", outages(), (one) => outageJson(one, checkedAt));
  yield ",\n";
  yield* list("gaps", gaps, (gap) => ({ from: iso(gap.from), to: iso(gap.to), cause: gap.cause }));
  yield "\n}";
}

function objectStart(who: object, figures: Sums): string {
  const head = Object.entries({ ...who, ...headOf(figures) });
  return `{\n${head.map(([key, value]) => `  ${safeJson(key)}: ${safeJson(value)}`).join(",\n")}`;
}

function* list<T>(key: string, rows: Iterable<T>, shape: (row: T) => object): Generator<string> {
  yield `  "${key}": [`;
  let separator = "\n    ";
  for (const row of rows) {
    yield separator + safeJson(shape(row));
    separator = ",\n    ";
  }
  yield separator.startsWith(",") ? "\n  ]" : "]";
}

function headOf(figures: Sums): Record<string, unknown> {
  const { times, mtbf, restore } = figures;
  return {
    since: iso(figures.window.from),
    until: iso(figures.window.to),
    availability: figures.availability,
    seconds: {
      up: seconds(times.up),
      down_min: seconds(times.downMin),
      down_mid: seconds(times.downMid),
      down_max: seconds(times.downMax),
      unknown: seconds(times.unknown),
      paused: seconds(times.paused),
    },
    failures: figures.failures,
    mtbf_seconds: seconds(mtbf.milliseconds),
    mtbf_is_lower_bound: mtbf.isLowerBound,
    restore_seconds: { p50: seconds(restore.p50), p95: seconds(restore.p95), max: seconds(restore.max) },
  };
}

function outageJson(outage: OutageWithAttempts, checkedAt: number): object {
  const duration = durationOf(outage, checkedAt);
  return {
    id: outage.id,
    kind: outage.kind,
    cause: outage.cause,
    earliest_start: iso(outage.earliestStart),
    latest_start: iso(outage.latestStart),
    ended_at: isoOrNull(outage.endedAt),
    ended_by: outage.endedBy,
    duration_seconds: {
      min: seconds(duration.min),
      mid: seconds(duration.mid),
      max: seconds(duration.max),
    },
    attempts: outage.attempts.map(attemptJson),
    restored: outage.restored === null ? null : (JSON.parse(outage.restored) as unknown),
  };
}

// Only Windows says how it was launched; elsewhere nothing is added.
function attemptJson({ at, result, pid, error, launchedAs }: Attempt): object {
  const attempt = { at: iso(at), result, pid, error };
  if (launchedAs === null) return attempt;
  const { ownSession: own_session, ...rest } = launchedAs;
  return { ...attempt, launched_as: { ...rest, own_session } };
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds) / 1000;
}
