import { iso, isoOrNull } from "../../locales/format.ts";
import type { ProgramCheck } from "../check-program.ts";
import type { CheckReport } from "../cycle.ts";

/** `estatus check --json`: words and times as in `report --format json`. */
export function checkJson(report: CheckReport): unknown {
  return {
    at: iso(report.at),
    held_by: report.heldBy,
    programs: report.programs.map(programJson),
    exit_code: report.code,
  };
}

/** The same of one program. */
export function programJson(check: ProgramCheck): Readonly<Record<string, unknown>> {
  const { observation, decision, attempt, opened, ended } = check;
  const identity = "identity" in observation ? observation.identity : null;
  return {
    program: check.program,
    state: observation.state,
    pid: identity?.pid ?? null,
    started_at: isoOrNull(identity?.startedAt ?? null),
    copies: observation.state === "duplicated" ? observation.others.length + 1 : identity === null ? 0 : 1,
    action: decision.action,
    reason: decision.reason,
    detail: observation.state === "unknown" ? observation.reason : null,
    next_attempt_at: isoOrNull(decision.due ?? null),
    paused_until: isoOrNull(check.pausedUntil),
    left_to_another: check.leftToAnother,
    attempt: attempt && { result: attempt.result, pid: attempt.pid, error: attempt.error },
    opened: opened && {
      kind: opened.kind,
      cause: opened.cause,
      earliest_start: iso(opened.earliestStart),
      latest_start: iso(opened.latestStart),
    },
    ended: ended && { ended_at: iso(ended.at), ended_by: ended.by },
    exit_code: check.code,
  };
}
