import type { Identity } from "./identity.ts";

/** What a heartbeat file said when a check read it. Times are UTC milliseconds. */
export type Heartbeat = {
  readonly pid: number;
  readonly startedAt: number;
  readonly beatAt: number;
  readonly state: "running" | "closing" | "closed";
  readonly reason: string | null;
  /** The program's own word on what came back at its start, a JSON object. */
  readonly restored: Readonly<Record<string, unknown>> | null;
  /** What the file said when this process began: the last word of the one before it. */
  readonly previous: LastWord | null;
};

/** The part of a heartbeat that tells when a process went away. */
export type LastWord = {
  readonly pid: number;
  readonly beatAt: number;
  readonly state: "running" | "closing" | "closed";
  readonly reason: string | null;
};

/** What narrows the moment at which a program went away, and why it went. */
export type Evidence = {
  /** The last beat of the process that went away. */
  readonly beatAt: number | null;
  /** Its closing receipt: it said goodbye. */
  readonly closed: { readonly at: number; readonly reason: string } | null;
  /** A crash the system itself logged. */
  readonly crashedAt: number | null;
};

export type Alive = {
  readonly identity: Identity;
  /** How long this process has been alive, in milliseconds, by a clock that no one sets. */
  readonly age: number;
  /** null where no heartbeat is configured; `beatAt` null where it never beat. */
  readonly heartbeat: { readonly beatAt: number | null; readonly restored: string | null } | null;
  /** What the remembered process left behind, where this one took its place. */
  readonly predecessor?: Evidence;
};

/** What one look at one program saw. A question that failed is `unknown`, never `missing`. */
export type Observation = {
  /** When it was seen, UTC milliseconds. */
  readonly at: number;
} & (
  | ({ readonly state: "up" } & Alive)
  | ({ readonly state: "duplicated"; readonly others: readonly Identity[] } & Alive)
  | ({ readonly state: "hung"; readonly why: "heartbeat" | "window" } & Alive)
  | { readonly state: "missing"; readonly evidence: Evidence }
  | { readonly state: "unknown"; readonly reason: string }
);

export type State = Observation["state"];
