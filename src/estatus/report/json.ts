import { durationOf } from "../core/restore-times.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { safeJson } from "./printable.ts";
import type { ProgramReport } from "./program-report.ts";

/**
 * The report as JSON text in pieces, the shape of the design's section 4: an object for one program, an array
 * of them where the store holds several and none was asked for.
 */
export function* jsonReport(reports: readonly ProgramReport[], asArray: boolean): Generator<string> {
  if (asArray) yield "[\n";
  for (const [index, report] of reports.entries()) {
    if (index > 0) yield ",\n";
    yield* programJson(report);
  }
  yield asArray ? "\n]\n" : "\n";
}

function* programJson(report: ProgramReport): Generator<string> {
  const head = Object.entries(headOf(report)).map(([key, value]) => `  ${safeJson(key)}: ${safeJson(value)}`);
  yield `{\n${head.join(",\n")},\n`;
  yield* list("outages", report.outages(), (one) => outageJson(one, report.checkedAt));
  yield ",\n";
  yield* list("gaps", report.figures.gaps, (gap) => ({
    from: iso(gap.from),
    to: iso(gap.to),
    cause: gap.cause,
  }));
  yield "\n}";
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

function headOf({ program, figures }: ProgramReport): Record<string, unknown> {
  const { times, mtbf, restore } = figures;
  return {
    program,
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
    ended_at: outage.endedAt === null ? null : iso(outage.endedAt),
    ended_by: outage.endedBy,
    duration_seconds: {
      min: seconds(duration.min),
      mid: seconds(duration.mid),
      max: seconds(duration.max),
    },
    attempts: outage.attempts.map(({ at, result, pid, error }) => ({ at: iso(at), result, pid, error })),
    restored: outage.restored === null ? null : (JSON.parse(outage.restored) as unknown),
  };
}

/** ISO 8601, UTC, with milliseconds. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds) / 1000;
}
