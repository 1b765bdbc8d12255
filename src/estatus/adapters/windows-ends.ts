import { promisify } from "node:util";
import type { Ends } from "./follow.ts";
import type { Native, Windows } from "./windows-library.ts";

const SYNCHRONIZE = 0x100000;
/** WaitForMultipleObjects takes no more. */
const MOST_HANDLES = 64;
const HANDLE_BYTES = 8;
const WAIT_TIMEOUT = 258;
const INFINITE = 0xffffffff;

type WaitFor = Native<[number, Buffer, number, number], number> & {
  async: (...words: [number, Buffer, number, number, (error: unknown, which: number) => void]) => void;
};

/**
 * Waits for the end of processes by their handles: of the first 63 at once. Who stands behind them is found to have ended
 * when that is asked.
 */
export function windowsEnds({ declare }: Windows): Ends<bigint> {
  const open = declare<Native<[number, number, number], bigint | null>>(
    "kernel32",
    "void *OpenProcess(uint32_t, int, uint32_t)",
  );
  const close = declare<Native<[bigint], number>>("kernel32", "int CloseHandle(void *)");
  const createEvent = declare<Native<[null, number, number, null], bigint>>(
    "kernel32",
    "void *CreateEventW(void *, int, int, void *)",
  );
  const setEvent = declare<Native<[bigint], number>>("kernel32", "int SetEvent(void *)");
  const waitFor = declare<WaitFor>(
    "kernel32",
    "uint32_t WaitForMultipleObjects(uint32_t, void *, int, uint32_t)",
  );
  const hasEnded = (handles: readonly bigint[]) =>
    waitFor(handles.length, inMemory(handles), 0, 0) !== WAIT_TIMEOUT;
  return {
    hold: (pid) => open(SYNCHRONIZE, 0, pid),
    release: close,
    anyEnded: (handles) => inGroups(handles).some(hasEnded),
    wait: (handles) => {
      const call = createEvent(null, 1, 0, null);
      const awaited = [call, ...handles.slice(0, MOST_HANDLES - 1)];
      return {
        over: promisify(waitFor.async)(awaited.length, inMemory(awaited), 0, INFINITE),
        callOff: () => setEvent(call),
        release: () => close(call),
      };
    },
  };
}

function inGroups(handles: readonly bigint[]): (readonly bigint[])[] {
  const count = Math.ceil(handles.length / MOST_HANDLES);
  return Array.from({ length: count }, (_, at) => handles.slice(at * MOST_HANDLES, (at + 1) * MOST_HANDLES));
}

function inMemory(handles: readonly bigint[]): Buffer {
  const memory = Buffer.alloc(handles.length * HANDLE_BYTES);
  handles.forEach((handle, at) => memory.writeBigUInt64LE(handle, at * HANDLE_BYTES));
  return memory;
}
