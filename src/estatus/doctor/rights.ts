import { formatTime } from "../../locales/format.ts";
import { text } from "../../locales/rights.ts";
import type { Machine } from "../adapters/ports.ts";
import { candidatesOf } from "../candidates.ts";
import { unusual, type RunsAs, type Unusual } from "../core/runs-as.ts";
import type { Program } from "../program.ts";
import { lastLaunchedAs } from "../store/launched-as.ts";
import { findProgram } from "../store/programs.ts";
import type { Store } from "../store/store.ts";
import { fromRecord } from "./from-record.ts";
import { ok, warning, type Examine, type Finding } from "./finding.ts";

/**
 * Whether each watched program runs, and was last relaunched, with what the user would get by a double click. Only
 * Windows has the question.
 */
export const examineRights: Examine = async ({ config, folder }) => {
  if (config === null || process.platform !== "win32") return [];
  const { thisMachine } = await import("../adapters/machine.ts");
  const machine = await thisMachine();
  const usuallyElevated = await isDesktopElevated();
  const findings: Finding[] = [];
  for (const program of config.programs) {
    for (const running of await runningAs(machine, program))
      findings.push(...rightsFindings(program, running, usuallyElevated));
    const last = lastLaunch(folder, program.name);
    if (last !== null) findings.push(...launchFindings(program, last, usuallyElevated));
  }
  return findings;
};

async function isDesktopElevated(): Promise<boolean> {
  const { loadWindows } = await import("../adapters/windows-library.ts");
  const { desktopQuestions } = await import("../adapters/windows-desktop.ts");
  const { processQuestions } = await import("../adapters/windows-process.ts");
  const { tokenQuestions } = await import("../adapters/windows-token.ts");
  const windows = await loadWindows();
  const shell = desktopQuestions(windows).shellPid();
  return shell !== null && tokenQuestions(windows, processQuestions(windows)).elevated(shell) === true;
}

async function runningAs(machine: Machine, program: Program): Promise<RunsAs[]> {
  return candidatesOf(machine, program.executable, await machine.list())
    .map(({ pid }) => machine.runsAs(pid))
    .filter((running) => running !== null);
}

type LastLaunch = NonNullable<ReturnType<typeof lastLaunchedAs>>;

function lastLaunch(folder: string, name: string): LastLaunch | null {
  const read = (db: Store) => {
    const id = findProgram(db, name);
    return id === null ? null : lastLaunchedAs(db, id);
  };
  return fromRecord(folder, read, null, null);
}

/** What differs from a double click in a program that runs, as findings. */
export function rightsFindings(
  { name }: Pick<Program, "name">,
  running: RunsAs,
  usuallyElevated: boolean,
): Finding[] {
  const found = unusual(running, usuallyElevated).map((what) => finding(name, what, running, ""));
  return found.length > 0 ? found : [ok(`rights:${name}`, text().asUsual(name))];
}

/** What differed from a double click in a program's newest relaunch, as findings; none where nothing did. */
export function launchFindings(
  { name }: Pick<Program, "name">,
  last: LastLaunch,
  usuallyElevated: boolean,
): Finding[] {
  const when = text().relaunchedAt(formatTime(last.at));
  return unusual(last, usuallyElevated).map((what) => finding(name, what, last, `${when} `));
}

function finding(name: string, what: Unusual, { priority, session }: RunsAs, when: string): Finding {
  const { sentence, cure } = text().unusual[what];
  const id = when === "" ? `rights:${name}` : `launched:${name}`;
  return warning(id, when + sentence(name, { priority, session }), cure);
}
