import type { Known, Memory, OpenOutage } from "../../../src/estatus/core/memory.ts";
import type { Moment } from "../../../src/estatus/core/moment.ts";
import type { Observation } from "../../../src/estatus/core/observation.ts";
import { account } from "../../../src/estatus/core/account.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";

/** A calm afternoon to vary: UTC ms. */
export const noon = Date.UTC(2026, 10, 22, 12);
export const second = 1_000;
export const minute = 60_000;

export const agenda = { pid: 100, token: "100@boot", startedAt: noon - 60 * minute };
export const newer = (startedAt: number) => ({ pid: 200, token: `${startedAt}@boot`, startedAt });

/** A moment `ms` after noon, on a machine that neither slept nor had its clock set. */
export function moment(ms: number, change: Partial<Moment> = {}): Moment {
  const at = noon + ms;
  return { at, bootId: "boot", elapsed: 3_600_000 + ms, awake: 3_600_000 + ms, loggedOnAt: null, ...change };
}

/** What a check at noon left that saw Agenda up. */
export const memory: Memory = {
  state: "up",
  reason: null,
  lookedAt: noon,
  coveredFrom: noon - 30 * minute,
  checkedAt: noon,
  bootId: "boot",
  loggedOnAt: null,
  elapsed: 3_600_000,
  awake: 3_600_000,
  identity: agenda,
  aliveAt: noon,
  beatAt: noon - 2 * second,
  interval: minute,
  staleLooks: 0,
  staleSince: null,
  looksSinceListing: 0,
  recentAttempts: 0,
  lastAttemptAt: null,
};

export const knowing = (change: Partial<Known> = {}): Known => ({
  memory,
  openOutage: null,
  pauses: [],
  ...change,
});

export const nothing = { beatAt: null, closed: null, crashedAt: null };

export const missing = (at: number, evidence: object = {}): Observation => ({
  at,
  state: "missing",
  evidence: { ...nothing, ...evidence },
});

export const up = (at: number, identity = agenda, change: object = {}): Observation => ({
  at,
  state: "up",
  identity,
  age: at - identity.startedAt,
  heartbeat: null,
  ...change,
});

export const hung = (at: number, change: object = {}): Observation => ({
  at,
  state: "hung",
  why: "heartbeat",
  identity: agenda,
  age: at - agenda.startedAt,
  heartbeat: null,
  ...change,
});

export const openOutage: OpenOutage = {
  id: 1,
  kind: "missing",
  cause: "killed",
  earliestStart: noon - 10 * second,
  latestStart: noon,
  attempts: [],
};

/** The account of a look `ms` after noon: at a program that is up where nothing else is said. */
export const look = (ms: number, observation = up(noon + ms), known = knowing(), change: object = {}) =>
  account(known, moment(ms, change), observation, DEFAULT_POLICY);
