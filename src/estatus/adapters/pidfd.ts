import fs from "node:fs";
import { promisify } from "node:util";
import type { Ends } from "./follow.ts";
import { loadKoffi } from "../../koffi.ts";

/** The number of pidfd_open(2) on every architecture, of a time when the C library had no name for it. */
const PIDFD_OPEN = 434;
const EFD_CLOEXEC = 0x80000;
const POLLIN = 1;
/** struct pollfd of poll(2): a descriptor (int), the events asked for and those that came (short). */
const POLLFD_BYTES = 8;

type Poll = ((set: Buffer, count: number, timeout: number) => number) & {
  async: (
    set: Buffer,
    count: number,
    timeout: number,
    done: (error: unknown, result: number) => void,
  ) => void;
};

/**
 * Waits for the end of processes by pidfd_open(2), which Linux has since 5.3, and poll(2). A descriptor can be read from
 * once its process has ended, a zombie too. @throws Error where koffi's addon is missing
 */
export async function loadPidfds(): Promise<Ends<number>> {
  const libc = (await loadKoffi()).load(null);
  const syscall = libc.func("long syscall(long, ...)") as (...words: unknown[]) => number;
  const eventfd = libc.func("int eventfd(unsigned int, int)") as (count: number, flags: number) => number;
  const poll = libc.func("int poll(void *, unsigned long, int)") as Poll;
  return {
    hold: (pid) => {
      const descriptor = syscall(PIDFD_OPEN, "int", pid, "unsigned int", 0);
      return descriptor < 0 ? null : descriptor;
    },
    release: fs.closeSync,
    anyEnded: (descriptors) => poll(pollSet(descriptors), descriptors.length, 0) > 0,
    wait: (descriptors) => {
      const call = eventfd(0, EFD_CLOEXEC);
      const set = pollSet([...descriptors, call]);
      return {
        over: promisify(poll.async)(set, descriptors.length + 1, -1),
        callOff: () => void fs.writeSync(call, Buffer.from(BigUint64Array.of(1n).buffer)),
        release: () => fs.closeSync(call),
      };
    },
  };
}

function pollSet(descriptors: readonly number[]): Buffer {
  const set = Buffer.alloc(descriptors.length * POLLFD_BYTES);
  descriptors.forEach((descriptor, at) => {
    set.writeInt32LE(descriptor, at * POLLFD_BYTES);
    set.writeInt16LE(POLLIN, at * POLLFD_BYTES + 4);
  });
  return set;
}
