import type { ListedProcess } from "./ports.ts";
import type { Native, Windows } from "./windows-library.ts";

const SNAPPROCESS = 2;
const INVALID_HANDLE = 0xffff_ffff_ffff_ffffn;
// PROCESSENTRY32W, 64 bits.
const SIZE = 568;
const PID = 8;
const PPID = 32;
const NAME = 44;

/** All processes by Windows' own snapshot, for where ps-list has no program to ask (ARM64). */
export function snapshotProcesses({ declare }: Windows): ListedProcess[] {
  const snapshot = declare<Native<[number, number], bigint>>(
    "kernel32",
    "void *CreateToolhelp32Snapshot(uint32_t, uint32_t)",
  );
  const close = declare<Native<[bigint], number>>("kernel32", "int CloseHandle(void *)");
  const walk = (name: string) =>
    declare<Native<[bigint, Buffer], number>>("kernel32", `int ${name}(void *, _Inout_ uint8_t *)`);
  const [first, next] = [walk("Process32FirstW"), walk("Process32NextW")];
  const handle = snapshot(SNAPPROCESS, 0);
  if (handle === INVALID_HANDLE || handle === null) throw new Error("Windows gives no list of processes");
  const entry = Buffer.alloc(SIZE);
  entry.writeUInt32LE(SIZE, 0);
  const listed: ListedProcess[] = [];
  try {
    for (let more = first(handle, entry); more; more = next(handle, entry)) listed.push(readEntry(entry));
  } finally {
    close(handle);
  }
  return listed;
}

function readEntry(entry: Buffer): ListedProcess {
  const name = entry.subarray(NAME, SIZE).toString("utf16le");
  return {
    pid: entry.readUInt32LE(PID),
    ppid: entry.readUInt32LE(PPID),
    name: name.slice(0, name.indexOf("\0")),
  };
}
