import { estatus, type Ended, type RunOptions } from "./estatus.ts";
import type { Home } from "./home.ts";

/** What one check says of one program, as `check --json` has it. */
export type CheckedProgram = {
  readonly program: string;
  readonly state: string;
  readonly pid: number | null;
  readonly copies: number;
  readonly action: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly next_attempt_at: string | null;
  readonly paused_until: string | null;
  readonly left_to_another: boolean;
  readonly attempt: { readonly result: string | null; readonly pid: number; readonly error: string } | null;
  readonly opened: { readonly kind: string; readonly cause: string } | null;
  readonly ended: { readonly ended_at: string; readonly ended_by: string } | null;
  readonly exit_code: number;
};

export type Checked = Ended & {
  readonly programs: readonly CheckedProgram[];
  readonly heldBy: number | null;
};

/** One outage as `report --format json` has it. */
export type ReportedOutage = {
  readonly id: number;
  readonly kind: string;
  readonly cause: string;
  readonly earliest_start: string;
  readonly latest_start: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
  readonly duration_seconds: { readonly min: number; readonly mid: number; readonly max: number };
  readonly attempts: readonly {
    readonly at: string;
    readonly result: string | null;
    readonly pid: number | null;
    readonly error: string | null;
  }[];
  readonly restored: unknown;
};

export type Reported = {
  readonly program: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly failures: number;
  readonly outages: readonly ReportedOutage[];
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly cause: string }[];
};

/** One check to its end, read from its JSON. */
export async function check(home: Home, options: RunOptions = {}): Promise<Checked> {
  const ended = await estatus(home.folder, ["check", "--json"], options);
  if (ended.stdout === "") throw new Error(`check said nothing (${ended.code}): ${ended.stderr}`);
  const { programs, held_by: heldBy } = JSON.parse(ended.stdout) as {
    programs: CheckedProgram[];
    held_by: number | null;
  };
  return { ...ended, programs, heldBy };
}

/** The report on one program. */
export async function report(home: Home, program: string, options: RunOptions = {}): Promise<Reported> {
  const words = ["report", "--format", "json", "--program", program];
  const { stdout, stderr } = await estatus(home.folder, words, options);
  if (stdout === "") throw new Error(`report said nothing: ${stderr}`);
  return JSON.parse(stdout) as Reported;
}

/** Its outages, without the first start, which is in every test. */
export async function outages(
  home: Home,
  program: string,
  options: RunOptions = {},
): Promise<readonly ReportedOutage[]> {
  return (await report(home, program, options)).outages.filter((outage) => outage.kind !== "cold-start");
}
