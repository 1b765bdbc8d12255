import path from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  // The page lives in a folder whose name changes with each launch.
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: path.join(import.meta.dirname, "../../../dist/ui"),
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
