import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Where each of Debian's packages shows that it is there. */
const EVIDENCE: Readonly<Record<string, string>> = {
  "python3-psutil": "/usr/lib/python3/dist-packages/psutil/__init__.py",
  monit: "/usr/bin/monit",
  supervisor: "/usr/bin/supervisord",
  sqlite3: "/usr/bin/sqlite3",
  strace: "/usr/bin/strace",
};

/** Installs those of Debian's packages that are not there yet. */
export function installPeers(packages: readonly string[]): void {
  const missing = [...new Set(packages)].filter((name) => !fs.existsSync(EVIDENCE[name]!));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Error(`the peers are not all here. Try, as root: apt-get install ${missing.join(" ")}`);
  }
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], options);
}
