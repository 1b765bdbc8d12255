import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.join(import.meta.dirname, "../.."),
  test: { include: ["test/faults/*.test.ts"], testTimeout: 300_000, hookTimeout: 60_000, maxWorkers: 3 },
});
