import type { ProgramCheck } from "./check-program.ts";

/** A check of one program that changed nothing: nothing was to be done, or it could not be told what. */
export function uneventful(
  program: string,
  { observation, decision, code }: Pick<ProgramCheck, "observation" | "decision" | "code">,
): ProgramCheck {
  return {
    program,
    observation,
    decision,
    pausedUntil: null,
    gap: null,
    attempt: null,
    opened: null,
    ended: null,
    endedOutage: null,
    leftToAnother: false,
    code,
  };
}
