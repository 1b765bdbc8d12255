export type ProcStat = {
  /** It has ended: a zombie, or on its way there, when it runs nothing any more and its executable cannot be told. */
  readonly ended: boolean;
  readonly ppid: number;
  /** When it started, in clock ticks since boot. */
  readonly startTicks: number;
};

/** PF_EXITING of the kernel. */
const EXITING = 0x4;

/** The place of the start time among the fields after the name: the last that is read. */
const START_TIME = 19;

/** Reads a line of /proc/PID/stat. The name in it is in parentheses and may hold anything, `)` and newlines too. */
export function parseStat(line: string | null): ProcStat | null {
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ", START_TIME + 1);
  const [state] = fields;
  const [ppid, flags, startTicks] = [fields[1], fields[6], fields[START_TIME]].map(Number) as [
    number,
    number,
    number,
  ];
  if (!state || ![ppid, flags, startTicks].every(Number.isInteger)) {
    throw new Error("/proc/PID/stat has a form that this program does not know");
  }
  return { ended: "ZX".includes(state) || (flags & EXITING) !== 0, ppid, startTicks };
}
