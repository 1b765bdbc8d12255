import fs from "node:fs";
import { text } from "../../locales/check.ts";
import { durationText } from "../../locales/duration.ts";
import { formatTime, plain, whenOf } from "../../locales/format.ts";
import { language } from "../../locales/language.ts";
import { reasonText } from "../../locales/reason.ts";
import { restoredText } from "../../locales/restored.ts";
import type { ProgramCheck } from "../check-program.ts";
import type { Decision } from "../core/decide.ts";
import type { NewOutage, OutageEnd } from "../core/memory.ts";
import type { Observation } from "../core/observation.ts";
import type { Program } from "../program.ts";

/** One sentence on what a check saw, before it acts; "" where the end of the check says it better. */
export function seenSentence({ name }: Program, observation: Observation, decision: Decision): string {
  const pid = "identity" in observation ? observation.identity.pid : 0;
  if (decision.reason === "restart-hung") return text().restartHung(name, pid);
  return decision.reason === "missing" ? text().missing(name) : "";
}

/** What there is to say of one program after its check, a sentence a line. */
export function resultSentences(check: ProgramCheck, program: Program): string[] {
  const went =
    check.opened && check.opened.kind !== "cold-start"
      ? [wentSentence(program.name, check.opened, check.observation.at)]
      : [];
  const restored = check.ended?.restored
    ? [text().restored(plain(restoredText(check.ended.restored, language())))]
    : [];
  return [...went, mainSentence(check, program), ...restored];
}

function mainSentence(check: ProgramCheck, program: Program): string {
  const { observation, decision, attempt, ended } = check;
  const name = program.name;
  if (observation.state === "unknown") return text().unknown(name, plain(reasonText(observation.reason)));
  if (check.leftToAnother) return text().leftToAnother(name);
  if (decision.reason === "paused") return pausedSentence(check);
  if (decision.reason === "backing-off") return backingOffSentence(check);
  if (attempt?.result === "failed")
    return text().failed(name, failureText(attempt.error ?? "", program.executable));
  if (observation.state === "missing") return attempt ? text().died(name) : text().missing(name);

  const { identity } = observation;
  if (decision.reason === "suspected-hung") return text().suspectedHung(name);
  if (decision.reason === "hung") return text().hung(name, identity.pid);
  if (observation.state === "duplicated") {
    const pids = [identity, ...observation.others].map(({ pid }) => pid);
    return text().duplicated(name, pids.length, pids.join(", "));
  }
  if (attempt?.result === "superseded") return text().superseded(name, identity.pid);
  if (ended !== null) return backSentence(check, ended, identity.pid);
  // Without a record that can be written no outage ends there; that it is back is seen all the same.
  if (attempt?.result === "survived") return backSentence(check, { at: identity.startedAt }, identity.pid);
  if (attempt !== null || check.code === 2) return text().unproven(name, identity.pid);
  return text().up(name, identity.pid, formatTime(identity.startedAt));
}

function backingOffSentence({ program, observation, decision }: ProgramCheck): string {
  const due = whenOf(decision.due ?? observation.at, observation.at);
  if (observation.state !== "hung") return text().backingOff(program, due);
  return text().hungBackingOff(program, observation.identity.pid, due);
}

function pausedSentence({ program, observation, pausedUntil }: ProgramCheck): string {
  const until = formatTime(pausedUntil ?? observation.at);
  if (observation.state !== "hung") return text().paused(program, until);
  return text().hungPaused(program, observation.identity.pid, until);
}

function backSentence(check: ProgramCheck, ended: Pick<OutageEnd, "at">, pid: number): string {
  if ((check.opened ?? check.endedOutage)?.kind === "cold-start") return text().started(check.program, pid);
  const sentence = check.attempt?.result === "survived" ? text().survived : text().back;
  return sentence(check.program, pid, away(check.opened ?? check.endedOutage, ended));
}

function away(
  outage: Pick<NewOutage, "earliestStart" | "latestStart"> | null,
  ended: Pick<OutageEnd, "at">,
): string | null {
  if (outage === null) return null;
  return text().between(
    durationText(Math.max(0, ended.at - outage.latestStart)),
    durationText(Math.max(0, ended.at - outage.earliestStart)),
  );
}

function wentSentence(name: string, { earliestStart, latestStart, cause }: NewOutage, now: number): string {
  const why = text().cause[cause];
  const latest = whenOf(latestStart, now);
  // Closer together than the second to which both are told.
  if (formatTime(earliestStart) === formatTime(latestStart)) return text().missingSince(name, latest, why);
  return text().missingFor(name, whenOf(earliestStart, now), latest, why);
}

function failureText(error: string, executable: string): string {
  const said = /^[A-Z]+(?=:)/.exec(error)?.[0] ?? "";
  // The system says so of a script too that is there and begins with an interpreter that is not.
  const code = said === "ENOENT" && fs.existsSync(executable) ? "noInterpreter" : said;
  return plain(text().failures[code]?.(executable) ?? reasonText(error));
}
