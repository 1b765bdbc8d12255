import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.join(import.meta.dirname, "../.."),
  test: { include: ["test/window/**/*.test.ts"], testTimeout: 120_000, fileParallelism: false },
});
