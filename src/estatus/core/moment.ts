/**
 * When a check looked, on every clock that matters. Milliseconds throughout. `elapsed` counts from boot with
 * time asleep, `awake` without; their difference grows by exactly the time the machine slept.
 */
export type Moment = {
  /** Wall clock, UTC. */
  readonly at: number;
  /** Identity of this boot of the machine. */
  readonly bootId: string;
  readonly elapsed: number;
  readonly awake: number;
  /** When this user's session began, wall clock; null where the system does not say. */
  readonly loggedOnAt: number | null;
};
