import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Where each of Debian's packages shows that it is there. */
const EVIDENCE: Readonly<Record<string, string>> = {
  "python3-psutil": "/usr/lib/python3/dist-packages/psutil/__init__.py",
  monit: "/usr/bin/monit",
  supervisor: "/usr/bin/supervisord",
  sqlite3: "/usr/bin/sqlite3",
  strace: "/usr/bin/strace",
  chromium: "/usr/bin/chromium",
};

/** Installs those of Debian's packages that are not there yet. */
export function installPeers(packages: readonly string[]): void {
  const missing = [...new Set(packages)].filter((name) => !fs.existsSync(EVIDENCE[name]!));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Error(`the peers are not all here. Try, as root: apt-get install ${missing.join(" ")}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) =>
    execFileSync("apt-get", ["-qq", ...words], { stdio: ["ignore", 2, 2], env });
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...missing);
}

const PM2_VERSION = "7.0.4";

/** The file that starts pm2, fetched from npm where it is not there yet: a peer, and no dependency of ours. */
export function pm2(): string {
  const folder = path.join(import.meta.dirname, "../../node_modules/.cache/bench/pm2");
  const main = path.join(folder, "node_modules/pm2/bin/pm2");
  if (!fs.existsSync(main)) {
    fs.mkdirSync(folder, { recursive: true });
    const words = [
      "install",
      "--silent",
      "--no-audit",
      "--no-fund",
      "--prefix",
      folder,
      `pm2@${PM2_VERSION}`,
    ];
    execFileSync("npm", words, { stdio: ["ignore", 2, 2] });
  }
  return main;
}
