import path from "node:path";
import { defineConfig } from "vitest/config";

const real = process.platform === "win32";

export default defineConfig({
  root: path.join(import.meta.dirname, "../.."),
  test: {
    include: [`test/windows/${real ? "real" : "wine"}/*.test.ts`],
    globalSetup: real ? [] : [path.join(import.meta.dirname, "wine/machine.ts")],
    // One machine, one story: the scenarios follow one another.
    fileParallelism: false,
    bail: 1,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
