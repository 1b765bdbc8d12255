import { wantsColour } from "../../say.ts";
import { durationText } from "../../locales/duration.ts";
import { formatTime, plain } from "../../locales/format.ts";
import { reasonText } from "../../locales/reason.ts";
import { text } from "../../locales/status.ts";
import type { Memory, OpenOutage } from "../core/memory.ts";
import { strip } from "../report/day-bar.ts";
import type { ProgramStatus } from "./status.ts";

/** A check this much (ms) overdue is worth a warning. */
const OVERDUE_MS = 90_000;

/** The status of one program, a sentence a line. */
export function statusSentences(status: ProgramStatus, now: number): string[] {
  const { program, memory, pause, nextCheckAt } = status;
  const paused = pause === null ? [] : [text().paused(formatTime(pause.until), plain(pause.reason ?? ""))];
  if (memory === null) return [text().never(program), ...paused];
  const late = nextCheckAt !== null && now - nextCheckAt > OVERDUE_MS;
  return [
    stateSentence(status, memory),
    text().lastCheck(formatTime(memory.lookedAt), durationText(now - memory.lookedAt)),
    late ? text().overdue : text().nextCheck(formatTime(nextCheckAt ?? now)),
    text().today(strip(status.today, wantsColour())),
    ...paused,
  ];
}

function stateSentence({ program, openOutage }: ProgramStatus, memory: Memory): string {
  if (memory.state === "unknown") return text().unknown(program, plain(reasonText(memory.reason ?? "")));
  if (memory.state === "missing") return awaySentence(program, memory, openOutage);
  const pid = memory.identity?.pid ?? 0;
  if (memory.state === "hung")
    return text().hung(program, pid, formatTime(memory.staleSince ?? memory.lookedAt));
  // Back, but its outage goes on until it has proved itself.
  if (openOutage !== null) return text().unproven(program, pid, formatTime(openOutage.latestStart));
  const since = formatTime(memory.identity?.startedAt ?? memory.coveredFrom);
  if (memory.state === "duplicated") return text().duplicated(program, pid, since);
  return text().up(program, pid, since);
}

// During a pause it may be away without an outage, and nobody noted since when.
function awaySentence(program: string, { aliveAt }: Memory, openOutage: OpenOutage | null): string {
  if (openOutage !== null)
    return text().missing(program, formatTime(openOutage.latestStart), openOutage.attempts.length);
  return aliveAt === null ? text().neverSeen(program) : text().away(program, formatTime(aliveAt));
}
