import { execFileSync } from "node:child_process";
import fs from "node:fs";

// Loaded before the checker: makes this process read a /proc that cannot be had at will.

/** What becomes of /proc in that process, from the first time its processes are listed. */
export type OtherProc = {
  /** The reading fails with this error. */
  readonly fails?: string;
  /** Instead of what there is. */
  readonly shows?: readonly string[];
  /** Beside what there is. */
  readonly adds?: readonly string[];
  /** So many more that are gone when they are asked about. */
  readonly gone?: number;
  /** What a shell does each time when the pids are read and nothing else of them is. */
  readonly meanwhile?: string;
};

/** The environment of a check that sees such a /proc. */
export const seeing = (other: OtherProc) => ({
  env: { NODE_OPTIONS: `--import=${import.meta.filename}`, ESTATUS_TEST_PROC: JSON.stringify(other) },
});

const asked = process.env["ESTATUS_TEST_PROC"];
if (asked !== undefined) replace(JSON.parse(asked) as OtherProc);

function replace({ fails, shows, adds = [], gone = 0, meanwhile }: OtherProc): void {
  const real = fs.readdirSync;
  const readdir = (...words: Parameters<typeof real>) => {
    if (words[0] !== "/proc") return real(...words);
    if (fails !== undefined) throw Object.assign(new Error(`${fails}: /proc`), { code: fails });
    const over = Array.from({ length: gone }, (_, index) => String(5_000_000 + index));
    const pids = [...(shows ?? real("/proc")), ...adds, ...over];
    if (meanwhile !== undefined) execFileSync("sh", ["-c", meanwhile], { stdio: "ignore" });
    return pids;
  };
  Object.assign(fs, { readdirSync: readdir });
}
