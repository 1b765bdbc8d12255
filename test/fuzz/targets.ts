import path from "node:path";
import { pathToFileURL } from "node:url";

/** What can be fuzzed: the module under `targets/` that exports it, and the libraries that do its reading. */
export const TARGETS: Readonly<
  Record<string, { readonly name: string; readonly libraries: readonly string[] }>
> = {
  toml: { name: "toml", libraries: ["smol-toml"] },
  heartbeat: { name: "heartbeat", libraries: [] },
  spool: { name: "spool", libraries: [] },
  "task-xml": { name: "taskXml", libraries: ["@rgrove/parse-xml"] },
  "task-answer": { name: "taskAnswer", libraries: [] },
  pickle: { name: "pickle", libraries: [] },
  csv: { name: "csv", libraries: ["csv-parse"] },
  vcard: { name: "vcard", libraries: ["ical.js"] },
};

export function targetUrl(target: string): string {
  return pathToFileURL(path.join(import.meta.dirname, "targets", `${target}.ts`)).href;
}

/** Where inputs lie that were once findings. */
export const foundFolder = path.join(import.meta.dirname, "found");
