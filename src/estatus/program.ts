import type { Policy } from "./core/policy.ts";

/** One watched program, as the configuration gives it: absolute paths, times in milliseconds. */
export type Program = {
  readonly name: string;
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly heartbeat: string | null;
  readonly policy: Policy;
};
