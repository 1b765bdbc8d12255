import type { Identity } from "../core/identity.ts";
import type { ProcessFacts, Wanted } from "../core/match.ts";
import type { Moment } from "../core/moment.ts";
import type { RunsAs } from "../core/runs-as.ts";

/** A row of the process table. `ppid` is the parent, where the table tells it and not only a closer look. */
export type ListedProcess = { readonly pid: number; readonly name: string; readonly ppid?: number };

/** A process that is there: who it is and for how long, in ms by a clock that no one sets. */
export type LiveProcess = { readonly identity: Identity; readonly age: number };

/** Processes whose end is waited for. */
export type Followed = {
  /** Those of them that the system lets us wait for. */
  readonly identities: readonly Identity[];
  /** Whether all of them are there, for next to nothing. */
  readonly allThere: () => boolean;
  /** Resolves as soon as one has ended, without anything that wakes before. Never rejects. */
  readonly ended: Promise<unknown>;
  /** Gives back what all this takes. */
  readonly end: () => Promise<void>;
};

/**
 * The questions a check asks the operating system. A question that cannot be answered throws: `null` always
 * means a certain "no".
 */
export type Machine = {
  readonly pathsIgnoreCase: boolean;
  readonly moment: () => Moment;
  /** Whether this session is being ended: logoff or shutdown. */
  readonly sessionEnding: () => boolean;
  /** null where no such process is alive; a zombie is not alive. Throws an error `EACCES` for one that is not ours to look at. */
  readonly live: (pid: number, moment: Moment) => LiveProcess | null;
  /** Follows processes; who is not the same any more is not there. Where nothing can be waited for, none is. */
  readonly follow: (identities: readonly Identity[], moment: Moment) => Promise<Followed>;
  readonly list: () => Promise<readonly ListedProcess[]>;
  /** What to look for in the list for this executable. */
  readonly wanted: (executable: string) => Wanted;
  /** Details of one listed process; null where it is gone by now. */
  readonly facts: (listed: ListedProcess, wanted: Wanted) => ProcessFacts | null;
  /** Whether Windows calls a window of this process hung; always false where there is no such notion. */
  readonly windowHung: (pid: number) => boolean;
  /** Asks a process to close, as a click on X does. Returns whether there was a way to ask. */
  readonly askToClose: (pid: number) => Promise<boolean>;
  /** How a process runs; null where it is gone, or where the system has no such notions. */
  readonly runsAs: (pid: number) => RunsAs | null;
  /** When the system logged a crash of this process after `since` (UTC ms), else null. */
  readonly crashedAt: (identity: Identity, executable: string, since: number) => Promise<number | null>;
};

/** Starts a program on its own; resolves once the system has started it, else rejects. */
export type Launch = (
  executable: string,
  args: readonly string[],
) => Promise<{ readonly pid: number; readonly folder: string }>;
