import path from "node:path";
import { execa } from "execa";

// `npm run test:windows`. On Linux: builds the Windows executables and their installer and drives them under Wine, in
// a Debian chroot that is made once. On Windows: the same executables and the real Task Scheduler.
const root = path.join(import.meta.dirname, "../..");
const PACKAGES = "wine64 wine xvfb x11-utils nsis chromium osslsigncode openssl";

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/windows/vitest.config.ts"];
const tests = [...vitest, ...process.argv.slice(2)];
const steps: readonly (readonly [string, readonly string[]])[] =
  process.platform === "win32"
    ? [
        [process.execPath, ["packaging/windows.ts"]],
        [process.execPath, tests],
      ]
    : [
        [process.execPath, ["packaging/windows.ts"]],
        [process.execPath, ["packaging/installer.ts", "--quick"]],
        [".ci/chroot.sh", [PACKAGES, "node_modules/.bin/node", ...tests]],
      ];

for (const [command, args] of steps) {
  const { exitCode } = await execa(command, args, { cwd: root, stdio: "inherit", reject: false });
  process.exitCode = exitCode ?? 1;
  if (process.exitCode !== 0) break;
}
