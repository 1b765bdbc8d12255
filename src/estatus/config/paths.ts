import os from "node:os";
import path from "node:path";
import { configRoot, dataRoot, movedBy } from "../../user-folders.ts";

const NAME = process.platform === "win32" ? "Estatus" : "estatus";

/** Where the checker keeps its store, spool and log. */
export function dataFolder(): string {
  return movedBy("ESTATUS_HOME") ?? path.join(dataRoot(), NAME);
}

/** Where `estatus.toml` is looked for. */
export function configFile(): string {
  return path.join(movedBy("ESTATUS_HOME") ?? path.join(configRoot(), NAME), "estatus.toml");
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
