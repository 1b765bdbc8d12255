/** What a task's last result means; `other` where Windows gives a code that is not known here. */
export type TaskResult =
  | "ok"
  | "was-down"
  | "down"
  | "unknown"
  | "ready"
  | "running"
  | "never-run"
  | "terminated"
  | "already-running"
  | "not-logged-on"
  | "refused"
  | "console-closed"
  | "session-ending"
  | "file-not-found"
  | "path-not-found"
  | "access-denied"
  | "other";

// 0 to 3 are the check's own exit codes; the others are Windows' (HRESULTs and NTSTATUS codes).
const meanings: Readonly<Record<number, TaskResult>> = {
  0: "ok",
  1: "was-down",
  2: "down",
  3: "unknown",
  0x00041300: "ready",
  0x00041301: "running",
  0x00041303: "never-run",
  0x00041306: "terminated",
  0x8004131f: "already-running",
  0x80041320: "not-logged-on",
  0x800710e0: "refused",
  0xc000013a: "console-closed",
  0xc0000142: "session-ending",
  0x80070002: "file-not-found",
  0x80070003: "path-not-found",
  0x80070005: "access-denied",
};

/** What a last result says. Windows gives it signed or unsigned; both are the same code. */
export function taskResult(code: number): TaskResult {
  return meanings[code >>> 0] ?? "other";
}

/** A result code as people look it up: `0x00041301`. */
export function hexCode(code: number): string {
  return `0x${(code >>> 0).toString(16).padStart(8, "0")}`;
}
