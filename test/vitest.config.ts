import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.join(import.meta.dirname, ".."),
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/faults/**", "test/window/**", "test/windows/**"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time is spent waiting for processes, so more files than cores go at once.
    maxWorkers: 3,
  },
});
