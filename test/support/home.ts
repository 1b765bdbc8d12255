import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { kill, processesUnder } from "./processes.ts";

/** A place of its own for one test or measurement: homes, temporary folder, programs. Whatever runs from it ends with it. */
export type Home = {
  readonly folder: string;
  readonly estatus: string;
  readonly agenda: string;
} & Disposable;

/** Makes a home; it and all that runs from it go when the test, or the measurement, is over. */
export function newHome(): Home {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-test-"));
  const [estatus, agenda, temporary] = ["estatus", "agenda", "tmp"].map((name) => path.join(folder, name));
  for (const each of [estatus!, agenda!, temporary!]) fs.mkdirSync(each, { mode: 0o700 });
  return {
    folder,
    estatus: estatus!,
    agenda: agenda!,
    [Symbol.dispose]() {
      kill(processesUnder(folder));
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
