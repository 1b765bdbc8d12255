import { fileTimeMs } from "./windows-file-time.ts";
import type { Native, Windows } from "./windows-library.ts";
import type { ProcessQuestions } from "./windows-process.ts";

const TOKEN_QUERY = 0x0008;
// TOKEN_INFORMATION_CLASS
const USER = 1;
const STATISTICS = 10;
const ELEVATION = 20;
// SECURITY_LOGON_SESSION_DATA, 64 bits: where LogonTime lies.
const LOGON_TIME = 80n;

type Handle = bigint | null;

/** The questions about who a process runs as, each asked of Windows when it is called. */
export function tokenQuestions({ declare, read }: Windows, { withProcess }: ProcessQuestions) {
  const openToken = declare<Native<[Handle, number, [Handle]], number>>(
    "advapi32",
    "int OpenProcessToken(void *, uint32_t, _Out_ void **)",
  );
  const information = declare<Native<[Handle, number, Buffer, number, [number]], number>>(
    "advapi32",
    "int GetTokenInformation(void *, int, _Out_ uint8_t *, uint32_t, _Out_ uint32_t *)",
  );
  const close = declare<Native<[Handle], number>>("kernel32", "int CloseHandle(void *)");

  function tokenInformation(pid: number, kind: number): Buffer | null {
    return withProcess(pid, (process) => {
      const token: [Handle] = [null];
      if (!openToken(process, TOKEN_QUERY, token)) return null;
      try {
        const answer = Buffer.alloc(1024);
        const length: [number] = [0];
        return information(token[0], kind, answer, answer.length, length) ? answer : null;
      } finally {
        close(token[0]);
      }
    });
  }

  /** Whether a process runs with administrator's rights; null where Windows would not say. */
  function elevated(pid: number): boolean | null {
    const answer = tokenInformation(pid, ELEVATION);
    return answer === null ? null : answer.readUInt32LE(0) !== 0;
  }

  /** The security identifier of the user we run as, `S-1-5-…`. */
  function userSid(): string {
    const answer = tokenInformation(process.pid, USER);
    if (answer === null) throw new Error("Windows does not say which user this is");
    // TOKEN_USER, 64 bits: a pointer and attributes, then the SID it points to.
    return sidText(answer.subarray(16));
  }

  /** When our session began, UTC ms; null where Windows does not keep it. */
  function loggedOnAt(): number | null {
    const statistics = tokenInformation(process.pid, STATISTICS);
    if (statistics === null) return null;
    const data: [Handle] = [null];
    const session = declare<Native<[Buffer, [Handle]], number>>(
      "secur32",
      "int32_t LsaGetLogonSessionData(const uint8_t *, _Out_ void **)",
    );
    // TOKEN_STATISTICS: the token's id, then that of its logon session.
    if (session(statistics.subarray(8, 16), data) !== 0 || data[0] === null) return null;
    const time = BigInt(read(data[0] + LOGON_TIME, "int64_t"));
    declare<Native<[Handle], number>>("secur32", "int32_t LsaFreeReturnBuffer(void *)")(data[0]);
    return time > 0n ? fileTimeMs(time) : null;
  }

  return { elevated, userSid, loggedOnAt };
}

/** A SID's bytes as people write it: revision, authority (six bytes, big-endian), sub-authorities. */
function sidText(sid: Buffer): string {
  const parts = Array.from({ length: sid.readUInt8(1) }, (_, i) => sid.readUInt32LE(8 + i * 4));
  return ["S", sid.readUInt8(0), sid.readUIntBE(2, 6), ...parts].join("-");
}
