import os from "node:os";
import path from "node:path";

/** The folder below which programs keep what belongs to this user. */
export function dataRoot(): string {
  if (process.platform === "win32") return env("LOCALAPPDATA") ?? path.join(home(), "AppData", "Local");
  return absolute(env("XDG_DATA_HOME")) ?? path.join(home(), ".local", "share");
}

/** The folder below which programs keep what this user has set. */
export function configRoot(): string {
  if (process.platform === "win32") return env("APPDATA") ?? path.join(home(), "AppData", "Roaming");
  return absolute(env("XDG_CONFIG_HOME")) ?? path.join(home(), ".config");
}

/** Where Agenda keeps its contacts and its heartbeat, which both programs have to agree on. */
export function agendaFolder(): string {
  return movedBy("AGENDA_HOME") ?? path.join(dataRoot(), process.platform === "win32" ? "Agenda" : "agenda");
}

/** The folder that a variable moves everything of a program into, or undefined. */
export function movedBy(variable: "AGENDA_HOME" | "ESTATUS_HOME"): string | undefined {
  const folder = env(variable);
  return folder === undefined ? undefined : path.resolve(folder);
}

const env = (name: string) => process.env[name] || undefined;

// The XDG specification: a relative path in these variables is to be ignored.
const absolute = (folder: string | undefined) => (folder && path.isAbsolute(folder) ? folder : undefined);

// `os.homedir()` throws where neither HOME nor the user database knows one.
function home(): string {
  try {
    return os.homedir() || os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}
