import fs from "node:fs";
import { installerFile } from "../../../packaging/paths.ts";
import { until } from "../../support/until.ts";
import { hostPath, run, windowsPath, type RunOptions } from "./wine.ts";

/** A path with a space and accents, as users have them. */
export const folder = "C:\\Casa de Ana María\\Estatus";
export const user = "C:\\users\\root";
export const agendaData = `${user}\\AppData\\Local\\Agenda`;
export const estatusData = `${user}\\AppData\\Local\\Estatus`;

// NSIS wants these last and unquoted, spaces and all: as words of their own they come out so.
const unquoted = (option: string) => `${option}=${folder}`.split(" ");

/** Installs silently, as a software distribution would. */
export const install = () => run(windowsPath(installerFile), ["/S", ...unquoted("/D")]);

/** Uninstalls silently. The uninstaller goes on as a copy of itself elsewhere, so that it can take itself away. */
export async function uninstall(...more: readonly string[]): Promise<void> {
  await run(`${folder}\\uninstall.exe`, ["/S", ...more]);
  await until("the folder is gone", () => !fs.existsSync(hostPath(folder)), 60_000);
}

/** Runs the installed checker, the one for people. */
export const estatus = (args: readonly string[], options: RunOptions = {}) =>
  run(`${folder}\\estatus.exe`, args, options);

/** A fresh one-time link to the Agenda that runs. */
export async function linkToAgenda(): Promise<string> {
  const { stdout, stderr } = await run(`${folder}\\Agenda.exe`, ["--no-window"]);
  const link = /^http:\/\/127\.0\.0\.1:\S+/m.exec(stdout)?.[0];
  if (link === undefined) throw new Error(`no link: ${stdout}${stderr}`);
  return link;
}

export type Beat = {
  readonly pid: number;
  readonly beat_at: string;
  readonly state: string;
  readonly restored?: unknown;
};

/** Agenda's heartbeat; null before its first. */
export function beat(): Beat | null {
  const file = hostPath(`${agendaData}\\alive.json`);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as Beat) : null;
}

/** A value of the registry; null where there is none. Exported, because what `reg query` prints loses accents. */
export async function registry(key: string, value: string): Promise<string | null> {
  const file = "C:\\exported.reg";
  fs.rmSync(hostPath(file), { force: true });
  await run("reg", ["export", key, file, "/y"]);
  if (!fs.existsSync(hostPath(file))) return null;
  const text = fs.readFileSync(hostPath(file), "utf16le").replaceAll(/\\\r?\n\s*/g, "");
  const [, plain, hex] = new RegExp(`^"${value}"=(?:"(.*)"|hex\\(2\\):(.*))\\s*$`, "mi").exec(text) ?? [];
  if (hex !== undefined)
    return Buffer.from(hex.replaceAll(",", ""), "hex").toString("utf16le").replace(/\0$/, "");
  return plain?.replaceAll(/\\(.)/g, "$1") ?? null;
}
