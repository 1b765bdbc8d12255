import type { EndReason } from "./heartbeat.ts";

export type End = { readonly reason: EndReason; readonly error?: unknown };

export type Ending = {
  /** Settles once, with the first reason to end. */
  readonly over: Promise<End>;
  /** Asks for the end; all but the first call do nothing. */
  readonly end: (end: End) => void;
};

/** Gathers every way in which Agenda may be told to end, signals and a defect of its own among them. */
export function watchForEnd(): Ending {
  const { promise: over, resolve: end } = Promise.withResolvers<End>();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => end({ reason: "quit" }));
  }
  process.on("uncaughtException", (error) => end({ reason: "crashed", error }));
  return { over, end };
}
