import os from "node:os";
import path from "node:path";

const env = (name: string) => process.env[name] || undefined;

// The XDG specification: a relative path in these variables is to be ignored.
const absolute = (folder: string | undefined) => (folder && path.isAbsolute(folder) ? folder : undefined);

/** The user's home: `os.homedir()` throws where neither HOME nor the user database knows one. */
function home(): string {
  try {
    return os.homedir() || os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}

/** Where the checker keeps its store, spool and log. */
export function dataFolder(): string {
  return estatusHome() ?? path.join(dataRoot(), process.platform === "win32" ? "Estatus" : "estatus");
}

/** Where `estatus.toml` is looked for. */
export function configFile(): string {
  const root =
    process.platform === "win32"
      ? path.join(env("APPDATA") ?? path.join(home(), "AppData", "Roaming"), "Estatus")
      : path.join(absolute(env("XDG_CONFIG_HOME")) ?? path.join(home(), ".config"), "estatus");
  return path.join(estatusHome() ?? root, "estatus.toml");
}

/** Where Agenda keeps its contacts and its heartbeat. */
export function agendaFolder(): string {
  const moved = env("AGENDA_HOME");
  if (moved !== undefined) return path.resolve(moved);
  return path.join(dataRoot(), process.platform === "win32" ? "Agenda" : "agenda");
}

/**
 * Takes the spool and the launch lock when the data folder cannot; one a user and data folder, so that nobody
 * else's is in the way and none takes in what another one saw.
 */
export function fallbackFolder(): string {
  const whose = dataFolder()
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .slice(-80);
  return path.join(os.tmpdir(), `estatus-${process.getuid?.() ?? "user"}${whose}`);
}

function estatusHome(): string | undefined {
  const moved = env("ESTATUS_HOME");
  return moved === undefined ? undefined : path.resolve(moved);
}

function dataRoot(): string {
  if (process.platform === "win32") return env("LOCALAPPDATA") ?? path.join(home(), "AppData", "Local");
  return absolute(env("XDG_DATA_HOME")) ?? path.join(home(), ".local", "share");
}
