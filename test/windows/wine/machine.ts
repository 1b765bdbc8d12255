import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";

/** A new Windows machine for this run: a Wine prefix of its own and a screen to show windows on. */
export default async function machine(): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "windows-"));
  Object.assign(process.env, {
    WINEPREFIX: path.join(folder, "prefix"),
    WINEDEBUG: "-all",
    // Neither .NET nor a browser of Wine's own is asked for.
    WINEDLLOVERRIDES: "mscoree,mshtml=",
    // Windows paths have accents; without this Wine takes them for something else.
    LC_ALL: "C.UTF-8",
    DISPLAY: ":99",
    XDG_RUNTIME_DIR: folder,
    // The screen's own certificates mean nothing to a Windows program.
    NODE_EXTRA_CA_CERTS: "",
  });
  const screen = spawn("Xvfb", [":99", "-screen", "0", "1280x800x24"], { stdio: "ignore" });
  await execa("wineboot", ["-i"], { stdio: "ignore" });
  // The registry is on disk only when the server has ended.
  await execa("wineserver", ["-w"]);
  return async () => {
    await execa("wineserver", ["-k"], { reject: false });
    screen.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
