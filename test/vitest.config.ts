import path from "node:path";
import { defineConfig } from "vitest/config";

// What asks /proc, sends signals, sets permission bits, starts a shell script, reads a child through a pipe in a way that only
// Linux was seen to take, or removes files that this process still has open. On Windows, where the Windows lane has
// their counterparts, these are left out; the others were seen to pass in Windows' Node under Wine.
const needLinux = [
  "test/e2e/**",
  "test/agenda/{access,browser,comes-back,disk-full,only-one,receipt,replace-or-write-over}.test.ts",
  "test/agenda/backup-rules.test.ts",
  "test/agenda/export/downloads.test.ts",
  "test/agenda/import/{commands,page-import}.test.ts",
  "test/estatus/{cycle,relaunch,steady-check,vigil}.test.ts",
  "test/estatus/adapters/{boot-clock,dying,heartbeat,log,proc-file,proc-list,proc-script,proc-stat,shebang}.test.ts",
  "test/estatus/commands/{bad-input,doctor-store,doctor-trust,full-output,locked-store,prune,register,report,report-out}.test.ts",
  "test/estatus/report/html.test.ts",
  "test/estatus/store/{append-to,launch-lock,spool}.test.ts",
  "test/estatus/task/register.test.ts",
  "test/sqlite/migrate.test.ts",
  "test/{planted-links,write-where-named,write-whole-file}.test.ts",
];

export default defineConfig({
  root: path.join(import.meta.dirname, ".."),
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/faults/**", "test/window/**", "test/windows/**"].concat(
      process.platform === "win32" ? needLinux : [],
    ),
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time is spent waiting for processes, so more files than cores go at once.
    maxWorkers: 3,
  },
});
