import type { Cause, EndedBy, GapCause, OutageKind } from "../estatus/core/outage.ts";

/** The words of the accounting in one language. */
export type Words = {
  readonly cause: Readonly<Record<Cause, string>>;
  readonly kind: Readonly<Record<OutageKind, string>>;
  readonly endedBy: Readonly<Record<EndedBy, string>>;
  readonly gapCause: Readonly<Record<GapCause, string>>;
  readonly lastedBetween: (min: string, max: string) => string;
  readonly unchecked: (duration: string) => string;
  readonly launches: (n: number) => string;
  readonly lastFailure: (error: string) => string;
  readonly backWith: (what: string) => string;
};

const en: Words = {
  cause: { closed: "closed", killed: "killed", crashed: "crashed", hung: "hung", unknown: "unknown" },
  kind: { missing: "missing", hung: "hung", restarted: "restarted unseen", "cold-start": "first start" },
  endedBy: { estatus: "Estatus", "someone-else": "other means" },
  gapCause: {
    paused: "paused",
    "machine-off": "machine off",
    asleep: "asleep",
    "logged-off": "logged off",
    "task-disabled": "task disabled",
    "on-battery": "on battery",
    "clock-changed": "clock changed",
    unexplained: "unexplained",
  },
  lastedBetween: (min, max) => `between ${min} and ${max}`,
  unchecked: (duration) => `${duration} of it without checks`,
  launches: (n) => `${n} launches`,
  lastFailure: (error) => `last failure: ${error}`,
  backWith: (what) => `back with ${what}`,
};

const es: Words = {
  cause: {
    closed: "se cerró",
    killed: "lo finalizaron",
    crashed: "falló",
    hung: "se colgó",
    unknown: "desconocida",
  },
  kind: {
    missing: "no estaba abierto",
    hung: "se colgó",
    restarted: "reinicio no visto",
    "cold-start": "primer arranque",
  },
  endedBy: { estatus: "Estatus", "someone-else": "otro medio" },
  gapCause: {
    paused: "en pausa",
    "machine-off": "equipo apagado",
    asleep: "suspendido",
    "logged-off": "sesión cerrada",
    "task-disabled": "tarea desactivada",
    "on-battery": "con batería",
    "clock-changed": "reloj cambiado",
    unexplained: "sin explicar",
  },
  lastedBetween: (min, max) => `entre ${min} y ${max}`,
  unchecked: (duration) => `de ese tiempo, ${duration} sin revisiones`,
  launches: (n) => `${n} arranques`,
  lastFailure: (error) => `último error: ${error}`,
  backWith: (what) => `recuperó ${what}`,
};

/** The words of the accounting as people read them, in the terminal and in the html report. */
export const words = { en, es } as const;
