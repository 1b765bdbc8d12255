import path from "node:path";
import type koffiType from "koffi";

// Runs on Windows (here: under Wine), by node.exe: starts the command line in its one argument the way Task Scheduler
// starts an action, without a console and without any of the three streams, in System32, and ends with its code.
const [commandLine = "", folder = "", native = "", priority = ""] = process.argv.slice(2);
Object.assign(process, { resourcesPath: native });
const koffi = (await import("koffi/indirect")).default as typeof koffiType;
const kernel = koffi.load("kernel32.dll");
const create = kernel.func(
  "int CreateProcessW(void *, uint16_t *, void *, void *, int, uint32_t, void *, const uint16_t *, uint8_t *, _Out_ uint8_t *)",
);
const setPriority = kernel.func("int SetPriorityClass(uint64_t, uint32_t)");
const resume = kernel.func("uint32_t ResumeThread(uint64_t)");
const wait = kernel.func("uint32_t WaitForSingleObject(uint64_t, uint32_t)");
const exitCode = kernel.func("int GetExitCodeProcess(uint64_t, _Out_ uint32_t *)");

const wide = (text: string) => Buffer.from(`${text}\0`, "utf16le");
const DETACHED_PROCESS = 0x8;
const CREATE_SUSPENDED = 0x4;
const BELOW_NORMAL_PRIORITY_CLASS = 0x4000;
// STARTUPINFOW, 64 bits: nothing asked for but its size.
const startup = Buffer.alloc(104);
startup.writeUInt32LE(startup.length, 0);
const started = Buffer.alloc(24);
const cwd = wide(path.win32.normalize(folder));
if (
  !create(
    null,
    wide(commandLine),
    null,
    null,
    0,
    DETACHED_PROCESS | CREATE_SUSPENDED,
    null,
    cwd,
    startup,
    started,
  )
)
  process.exit(250);
const handle = started.readBigUInt64LE(0);
// Wine does not heed a priority that is asked for at creation.
if (priority === "below-normal") setPriority(handle, BELOW_NORMAL_PRIORITY_CLASS);
resume(started.readBigUInt64LE(8));
wait(handle, 120_000);
const code = [0];
exitCode(handle, code);
process.exit(code[0]);
