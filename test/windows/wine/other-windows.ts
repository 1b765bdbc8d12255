import childProcess from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import koffi from "koffi/indirect";
import Database from "better-sqlite3";

// Loaded before the checker, on Windows (here: under Wine): makes this process see a Windows that cannot be had here.
// ESTATUS_TEST_WINDOWS says which, a word or both.
const asked = process.env["ESTATUS_TEST_WINDOWS"] ?? "";

// The processor's architecture decides which addons are loaded: ours are by now.
new Database(":memory:").close();
koffi.load("kernel32.dll");
if (asked.includes("arm64")) Object.defineProperty(process, "arch", { value: "arm64" });

// Windows says so from the moment a session begins to end; Wine never does. mov eax, 1; ret.
if (asked.includes("session-ending")) {
  const kernel = koffi.load("kernel32.dll");
  koffi.load("user32.dll");
  const moduleOf = kernel.func("void *GetModuleHandleA(const char *)");
  const addressOf = kernel.func("void *GetProcAddress(void *, const char *)");
  const protect = kernel.func("int VirtualProtect(void *, size_t, uint32_t, _Out_ uint32_t *)");
  const write = kernel.func("int WriteProcessMemory(intptr_t, void *, const uint8_t *, size_t, void *)");
  const metrics: unknown = addressOf(moduleOf("user32.dll"), "GetSystemMetrics");
  const code = Buffer.from([0xb8, 1, 0, 0, 0, 0xc3]);
  const before = [0];
  const done = protect(metrics, code.length, 0x40, before) && write(-1, metrics, code, code.length, null);
  if (!done) throw new Error("GetSystemMetrics could not be replaced");
}

// What ps-list asks is another program: a Node by the name that the checker goes by, run with what stands here.
const TABLES: Readonly<Record<string, string>> = {
  "table-fails": "process.exit(1)",
  "table-hangs": "setInterval(() => {}, 1000)",
  "table-cut": "fs.writeSync(1, '0\\t0\\t[System Process]\\r\\n4\\t0\\tSyst')",
};
const table = TABLES[asked];
if (table !== undefined) {
  const real = promisify(childProcess.execFile);
  const standIn = path.join(process.env["ESTATUS_HOME"]!, "fastlist-other.exe");
  if (!fs.existsSync(standIn)) fs.copyFileSync(process.execPath, standIn);
  let asks = 0;
  const execFile = (file: string, options: childProcess.ExecFileOptions) => {
    asks += 1;
    const once = process.env["ESTATUS_TEST_ONCE"] !== undefined && asks > 1;
    return once ? real(file, options) : real(standIn, ["-e", table], options);
  };
  Object.assign(childProcess, { execFile: Object.assign(() => undefined, { [promisify.custom]: execFile }) });
}
