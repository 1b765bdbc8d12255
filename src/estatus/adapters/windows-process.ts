import type { PriorityClass } from "../core/runs-as.ts";
import type { Native, Windows } from "./windows-library.ts";

const QUERY_LIMITED_INFORMATION = 0x1000;
const ERROR_ACCESS_DENIED = 5;
const ERROR_INVALID_PARAMETER = 87;

type Handle = bigint | null;
type Out<T> = [T | null];

function declareFunctions({ declare }: Windows) {
  const open = declare<Native<[number, number, number], Handle>>(
    "kernel32",
    "void *OpenProcess(uint32_t, int, uint32_t)",
  );
  const close = declare<Native<[Handle], number>>("kernel32", "int CloseHandle(void *)");
  const lastError = declare<Native<[], number>>("kernel32", "uint32_t GetLastError()");
  const times = declare<Native<[Handle, Out<bigint>, Out<bigint>, Out<bigint>, Out<bigint>], number>>(
    "kernel32",
    "int GetProcessTimes(void *, _Out_ uint64_t *, _Out_ uint64_t *, _Out_ uint64_t *, _Out_ uint64_t *)",
  );
  const imageName = declare<Native<[Handle, number, Uint16Array, [number]], number>>(
    "kernel32",
    "int QueryFullProcessImageNameW(void *, uint32_t, _Out_ uint16_t *, _Inout_ uint32_t *)",
  );
  const sessionId = declare<Native<[number, Out<number>], number>>(
    "kernel32",
    "int ProcessIdToSessionId(uint32_t, _Out_ uint32_t *)",
  );
  const priorityClass = declare<Native<[Handle], number>>("kernel32", "uint32_t GetPriorityClass(void *)");
  return { open, close, lastError, times, imageName, sessionId, priorityClass };
}

/** The questions about processes, each asked of Windows when it is called. */
export function processQuestions(windows: Windows) {
  const { open, close, lastError, times, imageName, sessionId, priorityClass } = declareFunctions(windows);

  /** @returns null where there is no such process. @throws Error where Windows does not let us ask, EACCES where it is not ours. */
  function withProcess<T>(pid: number, ask: (handle: Handle) => T): T | null {
    const handle = open(QUERY_LIMITED_INFORMATION, 0, pid);
    if (handle === null) {
      const code = lastError();
      if (code === ERROR_INVALID_PARAMETER) return null;
      const refused = new Error(`Windows does not let us look at process ${pid} (error ${code})`);
      throw code === ERROR_ACCESS_DENIED ? Object.assign(refused, { code: "EACCES" }) : refused;
    }
    try {
      return ask(handle);
    } finally {
      close(handle);
    }
  }

  /** Creation time of a process that is alive; null where it is not. */
  function createdAt(pid: number): bigint | null {
    return withProcess(pid, (handle) => {
      const created: Out<bigint> = [null];
      const ended: Out<bigint> = [null];
      if (!times(handle, created, ended, [null], [null]))
        throw new Error(`no creation time of process ${pid}`);
      // Somebody may still hold a process that has ended: it has an end then.
      return BigInt(ended[0] ?? 0) === 0n ? BigInt(created[0] ?? 0) : null;
    });
  }

  function pathOf(pid: number): string | null {
    try {
      return withProcess(pid, (handle) => {
        const name = new Uint16Array(32_768);
        const length: [number] = [name.length];
        if (!imageName(handle, 0, name, length)) return null;
        return Buffer.from(name.buffer, 0, length[0] * 2).toString("utf16le");
      });
    } catch {
      return null;
    }
  }

  function sessionOf(pid: number): number | null {
    const session: Out<number> = [null];
    return sessionId(pid, session) ? session[0] : null;
  }

  function priorityOf(pid: number): PriorityClass {
    return PRIORITIES[withProcess(pid, priorityClass) ?? 0] ?? "unknown";
  }

  return { createdAt, pathOf, sessionOf, priorityOf, withProcess };
}

export type ProcessQuestions = ReturnType<typeof processQuestions>;

const PRIORITIES: Readonly<Record<number, PriorityClass>> = {
  0x40: "idle",
  0x4000: "below-normal",
  0x20: "normal",
  0x8000: "above-normal",
  0x80: "high",
  0x100: "realtime",
};
