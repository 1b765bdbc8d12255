import { language } from "../../locales/language.ts";
import { worstWindows } from "../core/worst-window.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import type { OutageData, PageData, ProgramData } from "./page/data.ts";
import { printable } from "./printable.ts";
import { timesTwice } from "./times-twice.ts";
import type { ProgramPage, Report } from "./program-report.ts";

/** A page with more outages than this opens slowly; csv has them all. */
const MOST_OUTAGES = 100_000;

/** Everything the html report shows, worked out. */
export function pageData({ programs, totals }: Report<ProgramPage>, zone: string, now: number): PageData {
  return {
    language: language(),
    zone,
    generatedAt: now,
    twice: timesTwice(
      { from: Math.min(...programs.map(({ figures }) => figures.window.from)), to: now },
      zone,
    ),
    programs: programs.map((report) => programData(report)),
    totals: totals.map(({ program, machines, figures }) => ({
      name: printable(program),
      machines,
      availability: figures.availability,
      failures: figures.failures,
    })),
  };
}

function programData(report: ProgramPage): ProgramData {
  const { figures } = report;
  const { from, to } = figures.window;
  const strings = stringTable();
  const outages = Array.from(report.outages(MOST_OUTAGES), (one) => outageData(one, from, strings.indexOf));
  return {
    name: printable(report.program),
    machine: report.machine && printable(report.machine),
    since: from,
    until: to,
    availability: figures.availability,
    times: figures.times,
    failures: figures.failures,
    mtbf: figures.mtbf,
    restore: figures.restore,
    days: report.days,
    worst: worstWindows(report.down, figures.window),
    hours: report.hours,
    unknown: figures.unknown.flatMap((one) => [one.from, one.to]),
    gaps: report.gaps.map((gap) => [gap.from, gap.to, gap.cause] as const),
    outages,
    omitted: figures.outages - outages.length,
    strings: strings.all,
    checkedAt: report.checkedAt,
    shares: report.shares,
  };
}

function outageData(
  one: OutageWithAttempts,
  since: number,
  indexOf: (text: string | null) => number,
): OutageData {
  const error = one.attempts.findLast((attempt) => attempt.error !== null)?.error ?? null;
  return [
    one.id,
    one.earliestStart - since,
    one.latestStart - since,
    one.endedAt === null ? null : one.endedAt - since,
    one.kind,
    one.cause,
    one.endedBy,
    one.attempts.length,
    indexOf(error && printable(error)),
    indexOf(one.restored && printable(one.restored)),
  ];
}

function stringTable() {
  const all: string[] = [];
  const known = new Map<string, number>();
  const indexOf = (text: string | null) => {
    if (!text) return -1;
    const index = known.get(text) ?? all.push(text) - 1;
    known.set(text, index);
    return index;
  };
  return { all, indexOf };
}
