import assert from "node:assert/strict";
import { CLOCK_ERROR_MS } from "../support/clock-error.ts";
import type { Reported, ReportedOutage } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import type { Home } from "../support/home.ts";
import { EVERY_MS, type TrueOutage, type Truth } from "./live.ts";

type Report = Reported & { readonly availability: { readonly lower: number; readonly upper: number } };

/** How the report compares: seconds truly away and by its estimate, and how far apart chance may bring them. */
export type Verdict = { readonly program: string; readonly outages: number } & Record<
  "truth" | "estimate" | "tolerance",
  number
>;

/** Holds the report against what really happened; throws where it says anything that was not so. */
export async function judge(home: Home, truth: Truth): Promise<Verdict[]> {
  const window = ["--since", iso(truth.since), "--until", iso(truth.until)];
  const { stdout, stderr } = await estatus(home.folder, ["report", ...window, "--format", "json"]);
  assert.equal(stderr, "");
  const reports = JSON.parse(stdout) as Report[];
  for (const stopped of truth.unwatched) expectGap(reports, stopped);
  return reports.map((report) => {
    const really = truth.outages.filter((one) => one.program === report.program);
    return judgeProgram(report, really, truth.until - truth.since);
  });
}

function judgeProgram(report: Report, really: readonly TrueOutage[], window: number): Verdict {
  const shown = report.outages;
  const said = JSON.stringify({ really, shown }, null, 1);
  assert.equal(shown.length, really.length, `another number of outages: ${said}`);
  const sums = { truth: 0, least: 0, most: 0, estimate: 0, variance: 0 };
  for (const [i, one] of really.entries()) {
    const found = shown[i]!;
    expectOne(found, one, said);
    const [from, to] = [middle(one.went), Math.min(one.back.before, at(found.ended_at!))];
    sums.truth += to - from;
    sums.least += one.back.after - one.went.before;
    sums.most += one.back.before - one.went.after;
    sums.estimate += found.duration_seconds.mid * 1_000;
    // A start that may lie anywhere between two looks.
    sums.variance += (at(found.latest_start) - at(found.earliest_start)) ** 2 / 12 + EVERY_MS ** 2 / 12;
  }
  const { lower, upper } = report.availability;
  assert.ok(
    (1 - upper) * window <= sums.most + CLOCK_ERROR_MS * really.length,
    `more away than there was: ${said}`,
  );
  assert.ok(
    (1 - lower) * window >= sums.least - CLOCK_ERROR_MS * really.length,
    `less away than there was: ${said}`,
  );
  const tolerance = 3 * Math.sqrt(sums.variance) + CLOCK_ERROR_MS * really.length;
  assert.ok(Math.abs(sums.estimate - sums.truth) <= tolerance, `estimate off by more than chance: ${said}`);
  return {
    program: report.program,
    outages: really.length,
    truth: sums.truth / 1_000,
    estimate: sums.estimate / 1_000,
    tolerance: tolerance / 1_000,
  };
}

function expectOne(found: ReportedOutage, one: TrueOutage, said: string): void {
  assert.ok(
    at(found.earliest_start) <= one.went.before + CLOCK_ERROR_MS,
    `it went away before its earliest start: ${said}`,
  );
  assert.ok(
    at(found.latest_start) >= one.went.after - CLOCK_ERROR_MS,
    `it went away after its latest start: ${said}`,
  );
  assert.ok(found.ended_at !== null, `an outage was left open: ${said}`);
  assert.ok(at(found.ended_at) >= one.back.after - CLOCK_ERROR_MS, `it ended too early: ${said}`);
  assert.ok(at(found.ended_at) <= one.back.before + CLOCK_ERROR_MS, `it ended too late: ${said}`);
  assert.equal(found.ended_by, one.by, `someone else ended it: ${said}`);
  if (one.receipt) {
    assert.equal(found.cause, "closed", `a receipt was not read: ${said}`);
    assert.equal(found.earliest_start, found.latest_start, `a receipt gives the instant: ${said}`);
  }
}

function expectGap(reports: readonly Report[], { after, before }: { after: number; before: number }): void {
  for (const { gaps } of reports) {
    const said = JSON.stringify({ gaps, after, before });
    assert.equal(gaps.length, 1, `the time without the checker is the one gap: ${said}`);
    const [from, to] = [at(gaps[0]!.from), at(gaps[0]!.to)];
    // From its last look on: that was up to an interval before it was stopped.
    assert.ok(from >= after - 2 * EVERY_MS - 1_000 && to <= before, `the gap is another one: ${said}`);
    assert.equal(gaps[0]!.cause, "unexplained", said);
  }
}

const iso = (time: number) => new Date(time).toISOString();
const at = (text: string) => Date.parse(text);
const middle = ({ after, before }: { after: number; before: number }) => (after + before) / 2;
