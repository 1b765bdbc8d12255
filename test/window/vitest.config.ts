import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.join(import.meta.dirname, "../.."),
  test: {
    include: ["test/window/**/*.test.ts"],
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
  },
});
