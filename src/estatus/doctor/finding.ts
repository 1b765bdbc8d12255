import type { Config } from "../config/load.ts";

/** One thing looked into. `cure` is "" where nothing needs curing. */
export type Finding = {
  readonly id: string;
  readonly level: "ok" | "warning" | "failure";
  readonly sentence: string;
  readonly cure: string;
};

export type Examination = {
  /** null where the configuration itself cannot be used. */
  readonly config: Config | null;
  /** The file it was asked for by; undefined for the usual one. */
  readonly asked: string | undefined;
  readonly folder: string;
  readonly fallbackFolder: string;
  readonly now: number;
  readonly repair: boolean;
};

/** Looks into one thing; with `repair` it mends first what it can, and then says what is left. */
export type Examine = (examination: Examination) => Promise<readonly Finding[]> | readonly Finding[];

/** Nothing to be cured. */
export const ok = (id: string, sentence: string): Finding => ({ id, level: "ok", sentence, cure: "" });
/** It works, and might work better, or stop working. */
export const warning = (id: string, sentence: string, cure: string): Finding => ({
  id,
  level: "warning",
  sentence,
  cure,
});
/** Estatus cannot work as it should until this is cured. */
export const failure = (id: string, sentence: string, cure: string): Finding => ({
  id,
  level: "failure",
  sentence,
  cure,
});
