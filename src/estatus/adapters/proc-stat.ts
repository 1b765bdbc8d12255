export type ProcStat = {
  /** The state letter; `Z` is a zombie, `X` dead. */
  readonly state: string;
  readonly ppid: number;
  /** When it started, in clock ticks since boot. */
  readonly startTicks: number;
};

/** Reads a line of /proc/PID/stat. The name in it is in parentheses and may hold anything, `)` and newlines too. */
export function parseStat(line: string | null): ProcStat | null {
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [state, ppid, startTicks] = [fields[0], Number(fields[1]), Number(fields[19])];
  if (!state || !Number.isInteger(ppid) || !Number.isInteger(startTicks)) {
    throw new Error("/proc/PID/stat has a form that this program does not know");
  }
  return { state, ppid, startTicks };
}
