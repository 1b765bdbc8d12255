import path from "node:path";

/** Has a spawned `node` keep what it compiled: most of what a short process costs. */
export const compileCache = {
  NODE_COMPILE_CACHE: path.join(import.meta.dirname, "../../node_modules/.cache/compile"),
};
