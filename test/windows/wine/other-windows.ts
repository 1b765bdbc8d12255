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
