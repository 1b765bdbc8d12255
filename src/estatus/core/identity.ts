/**
 * One process, beyond the reuse of its pid. `token` is the system's raw creation time with the boot it belongs
 * to: equal tokens are the same instant whatever the wall clock did since. `startedAt` is that instant in UTC
 * milliseconds, as the clock stands now.
 */
export type Identity = {
  readonly pid: number;
  readonly token: string;
  readonly startedAt: number;
};

/** Whether both are there, and are one process. */
export function sameIdentity(
  a: Pick<Identity, "pid" | "token"> | null,
  b: Pick<Identity, "pid" | "token"> | null,
): boolean {
  return a !== null && b !== null && a.pid === b.pid && a.token === b.token;
}
