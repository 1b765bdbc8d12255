/**
 * By so much, in ms, what is recorded may differ from the wall clock: on a busy machine the clocks of one instant are read
 * up to 200 ms apart, and the system counts a process's birth, and the time since boot, in hundredths of a second.
 */
export const CLOCK_ERROR_MS = 250;
