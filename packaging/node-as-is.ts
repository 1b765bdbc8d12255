import path from "node:path";
import type { Plugin } from "rolldown";
import { root } from "./paths.ts";

const PREFIX = "\0node-as-is:";

/**
 * Lets an `import` of one of Node's own modules take just the names it uses. The bundler's own way copies every name of
 * such a module at each start, and with that wakes what Node loads only when its name is asked for. A module that is
 * costly to load, and imported whole, is loaded when the first of its names is asked for: commander has one that only
 * programs with commands in files of their own use. Each importer has its own: the names that one takes cost no other.
 */
export const nodeAsIs: Plugin = {
  name: "node-as-is",
  resolveId: {
    order: "pre",
    handler: (id, importer, { kind }) =>
      kind === "import-statement" && nodeModule(id) !== undefined
        ? `${PREFIX}${id} in ${path.relative(root, importer ?? "").replaceAll(path.sep, "/")}`
        : null,
  },
  load: (id) =>
    id.startsWith(PREFIX)
      ? { code: namesOf(id.slice(PREFIX.length).split(" ")[0]!), moduleSideEffects: false, moduleType: "js" }
      : null,
};

const COSTLY = new Set(["node:child_process", "child_process", "node:os", "node:v8"]);

const nodeModule = (id: string): object | undefined => process.getBuiltinModule(id);

function namesOf(id: string): string {
  const own = nodeModule(id) as Readonly<Record<string, unknown>>;
  const names = Object.keys(own).filter((name) => /^[\w$]+$/.test(name) && name !== "default");
  const it = `process.getBuiltinModule(${JSON.stringify(id)})`;
  // A function needs its module when it is called, a class as soon as it is named.
  const isFunction = (name: string) => typeof own[name] === "function" && /^[a-z]/.test(name);
  const one = (name: string) =>
    COSTLY.has(id) && isFunction(name) ? `(...words) => ${it}.${name}(...words)` : `all.${name}`;
  const all = COSTLY.has(id) ? `new Proxy({}, { get: (_, name) => ${it}[name] })` : it;
  const each = names.map((name, index) => `const $${index} = ${one(name)}; export { $${index} as ${name} };`);
  return [`const all = ${all};`, "export { all as default };", ...each].join("\n");
}
