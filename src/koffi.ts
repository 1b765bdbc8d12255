import path from "node:path";
import { isSea } from "node:sea";

/** Calls functions of the system's own libraries. @throws Error where koffi's addon is not beside the executable. */
export async function loadKoffi() {
  // In a single executable koffi finds its addon below the resources path, which Electron has and Node has not.
  if (isSea()) {
    Object.assign(process, { resourcesPath: path.join(path.dirname(process.execPath), "native") });
  }
  return (await import("koffi/indirect")).default;
}
