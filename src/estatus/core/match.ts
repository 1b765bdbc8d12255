/** What the system tells of a process beyond its pid and name; null where it would not say. */
export type ProcessFacts = {
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
  /** Full path of the executable (or of the script it runs). */
  readonly path: string | null;
  /** Whether it belongs to this user's session. */
  readonly ownSession: boolean | null;
};

/** What to look for: names and paths the executable may show itself under. */
export type Wanted = {
  readonly names: readonly string[];
  readonly paths: readonly string[];
  /** Names under which the process list may show it: only these are asked for details. */
  readonly listedAs: readonly string[];
};

/** The listed processes that are worth a closer look, of those of each name in small letters: also who has no name yet. */
export function worthALook<T>({ listedAs }: Wanted, byName: ReadonlyMap<string, readonly T[]>): T[] {
  const names = new Set(["", ...listedAs.map((name) => name.toLowerCase())]);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/**
 * Whether a process is the program: its name matches without regard to case, its path where the path can be
 * read, and it is in this user's session. Another copy elsewhere on the disk, or another user's, is not it.
 */
export function isCandidate(facts: ProcessFacts, wanted: Wanted, pathsIgnoreCase: boolean): boolean {
  if (facts.ownSession === false) return false;
  const fold = (text: string) => text.toLowerCase();
  if (!wanted.names.some((name) => fold(name) === fold(facts.name))) return false;
  if (facts.path === null) return true;
  const same = pathsIgnoreCase
    ? (a: string, b: string) => fold(a) === fold(b)
    : (a: string, b: string) => a === b;
  return wanted.paths.some((path) => same(path, facts.path!));
}

/** The candidates that no other candidate started: a program's own children are not its duplicates. */
export function withoutChildren<T extends Pick<ProcessFacts, "pid" | "ppid">>(candidates: readonly T[]): T[] {
  const pids = new Set(candidates.map((candidate) => candidate.pid));
  return candidates.filter((candidate) => candidate.ppid === candidate.pid || !pids.has(candidate.ppid));
}
