import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { execa } from "execa";

/** A new Windows machine for this run: a Wine prefix of its own and a screen to show windows on. */
export default async function machine(): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "windows-"));
  const screen = await showScreen();
  Object.assign(process.env, {
    DISPLAY: screen.display,
    WINEPREFIX: path.join(folder, "prefix"),
    WINEDEBUG: "-all",
    // Neither .NET nor a browser of Wine's own is asked for.
    WINEDLLOVERRIDES: "mscoree,mshtml=",
    // Windows paths have accents; without this Wine takes them for something else.
    LC_ALL: "C.UTF-8",
    XDG_RUNTIME_DIR: folder,
    // The screen's own certificates mean nothing to a Windows program.
    NODE_EXTRA_CA_CERTS: "",
  });
  await execa("wineboot", ["-i"], { stdio: "ignore" });
  // The registry is on disk only when the server has ended.
  await execa("wineserver", ["-w"]);
  return async () => {
    await execa("wineserver", ["-k"], { reject: false });
    screen.server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

/** Starts a screen under whichever number is free: another lane, or what a killed one left, may hold any. */
async function showScreen(): Promise<{ display: string; server: ChildProcess }> {
  const options = ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const said = server.stdio[3] as Readable;
  for await (const number of said) return { display: `:${String(number).trim()}`, server };
  throw new Error("Xvfb did not start");
}
