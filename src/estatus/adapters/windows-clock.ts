import type { Moment } from "../core/moment.ts";
import { atOneInstant } from "./at-one-instant.ts";
import type { Native, Windows } from "./windows-library.ts";

// KUSER_SHARED_DATA lies at the same address in every process; its BootId grows with each boot.
const BOOT_ID = 0x7ffe0000n + 0x2c4n;
const UNITS_PER_MS = 10_000;

type Clock = Native<[[number | bigint | null]], void>;

/** When a check looks, on Windows' clocks: interrupt time counts from boot, unbiased without time asleep. */
export function windowsClock({ declare, read }: Windows, loggedOnAt: () => number | null): () => Moment {
  const interruptTime = declare<Clock>("kernelbase", "void QueryInterruptTime(_Out_ uint64_t *)");
  const unbiased = declare<Clock>("kernelbase", "void QueryUnbiasedInterruptTime(_Out_ uint64_t *)");
  const milliseconds = (clock: Clock) => {
    const time: [number | bigint | null] = [null];
    clock(time);
    return Math.round(Number(time[0]) / UNITS_PER_MS);
  };
  const clocks = () => ({
    at: Date.now(),
    elapsed: milliseconds(interruptTime),
    awake: milliseconds(unbiased),
  });
  // Neither changes while we run.
  const bootId = String(read(BOOT_ID, "uint32_t"));
  let logon: number | null | undefined;
  return () => {
    logon = logon === undefined ? loggedOnAt() : logon;
    return { ...atOneInstant(clocks), bootId, loggedOnAt: logon };
  };
}
