/** A Windows priority class; `unknown` where Windows would not say. */
export type PriorityClass =
  | "idle"
  | "below-normal"
  | "normal"
  | "above-normal"
  | "high"
  | "realtime"
  | "unknown";

/** What Windows says of how a process runs; null where it would not. */
export type RunsAs = {
  readonly priority: PriorityClass;
  /** Number of the session whose desktop it shows its windows on. */
  readonly session: number | null;
  /** Whether that is the session of whoever asked. */
  readonly ownSession: boolean | null;
  /** Whether it has administrator's rights. */
  readonly elevated: boolean | null;
};

/** How a relaunched program ran right after its launch. */
export type LaunchedAs = RunsAs & {
  /** The folder it was started in. */
  readonly folder: string;
};

/** A process that a launch gave. */
export type Launched = {
  readonly pid: number;
  readonly token: string | null;
  /** null where the system has no such notions, or the process was gone already. */
  readonly launchedAs: LaunchedAs | null;
};

/** How a launch differs from what the user would have got by a double click. */
export type Unusual = "priority" | "elevated" | "session";

/** Windows keeps session 0 for its services: nobody ever sees a window there. */
const SERVICES = 0;

/**
 * What differs from a double click. `usuallyElevated` is whether the user's own desktop runs with administrator's
 * rights, as where User Account Control is off. What Windows would not say is not held against a program.
 */
export function unusual(
  { priority, session, ownSession, elevated }: RunsAs,
  usuallyElevated: boolean,
): Unusual[] {
  const found: Unusual[] = [];
  if (priority !== "normal" && priority !== "unknown") found.push("priority");
  if (elevated === true && !usuallyElevated) found.push("elevated");
  if (session === SERVICES || ownSession === false) found.push("session");
  return found;
}
