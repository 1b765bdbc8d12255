import path from "node:path";
import type { ProcessFacts, Wanted } from "../core/match.ts";
import type { Moment } from "../core/moment.ts";
import type { RunsAs } from "../core/runs-as.ts";
import type { Ends } from "./follow.ts";
import type { ListedProcess, LiveProcess, Machine } from "./ports.ts";
import { runSystemProgram } from "./child-process.ts";
import { realPath } from "./real-path.ts";
import { listProcesses } from "./windows-ps-list.ts";
import { windowsClock } from "./windows-clock.ts";
import { crashedAt } from "./windows-crash.ts";
import { desktopQuestions } from "./windows-desktop.ts";
import { fileTimeMs } from "./windows-file-time.ts";
import { loadWindows } from "./windows-library.ts";
import { snapshotProcesses } from "./windows-list.ts";
import { processQuestions, type ProcessQuestions } from "./windows-process.ts";
import { tokenQuestions } from "./windows-token.ts";

/** The questions of a check, answered by Windows itself. */
export async function windowsMachine(): Promise<Machine> {
  const windows = await loadWindows();
  const processes = processQuestions(windows);
  const desktop = desktopQuestions(windows);
  const ownSession = processes.sessionOf(process.pid);
  const token = () => tokenQuestions(windows, processes);
  const ask = (pid: number, moment: Moment) => live(processes, pid, moment);
  let ends: Ends<bigint> | undefined;
  return {
    pathsIgnoreCase: true,
    moment: windowsClock(windows, () => token().loggedOnAt()),
    sessionEnding: desktop.sessionEnding,
    live: ask,
    follow: async (identities, moment) => {
      const { follow } = await import("./follow.ts");
      const { windowsEnds } = await import("./windows-ends.ts");
      return follow((ends ??= windowsEnds(windows)), ask, identities, moment);
    },
    // ps-list has no program to ask on ARM64.
    list: async () => (process.arch === "arm64" ? snapshotProcesses(windows) : await listProcesses()),
    wanted,
    facts: (listed) => facts(processes, ownSession, listed),
    windowHung: desktop.windowHung,
    askToClose,
    runsAs: (pid) => runsAs(processes, token().elevated, ownSession, pid),
    crashedAt,
  };
}

function live({ createdAt }: ProcessQuestions, pid: number, { at }: Moment): LiveProcess | null {
  const created = createdAt(pid);
  if (created === null) return null;
  const startedAt = fileTimeMs(created);
  return { identity: { pid, token: String(created), startedAt }, age: Math.max(0, at - startedAt) };
}

function wanted(executable: string): Wanted {
  // Windows answers with long names; the configuration may say GMEZ~1.
  const paths = [...new Set([executable, realPath(executable)])];
  const names = [...new Set(paths.map((file) => path.basename(file)))];
  return { names, paths, listedAs: names };
}

function facts(
  processes: ProcessQuestions,
  ownSession: number | null,
  listed: ListedProcess,
): ProcessFacts | null {
  const session = processes.sessionOf(listed.pid);
  const file = processes.pathOf(listed.pid);
  const name = listed.name || path.basename(file ?? "");
  return {
    pid: listed.pid,
    ppid: listed.ppid ?? 0,
    name,
    path: file,
    ownSession: sameSession(session, ownSession),
  };
}

const sameSession = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one === other;

/** Longer than this, in ms, nobody gets to pass on a wish. */
const ASKING_MS = 5_000;

// Without /F taskkill sends each window what a click on X sends, and says whether there was one.
async function askToClose(pid: number): Promise<boolean> {
  return (await runSystemProgram("taskkill.exe", ["/PID", String(pid)], ASKING_MS)).exitCode === 0;
}

function runsAs(
  processes: ProcessQuestions,
  elevated: (pid: number) => boolean | null,
  ownSession: number | null,
  pid: number,
): RunsAs | null {
  try {
    if (processes.createdAt(pid) === null) return null;
    const session = processes.sessionOf(pid);
    return {
      priority: processes.priorityOf(pid),
      session,
      ownSession: sameSession(session, ownSession),
      elevated: elevated(pid),
    };
  } catch {
    // Not ours to look at; what a launch is told by must never keep it from being noted.
    return null;
  }
}
