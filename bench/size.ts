import fs from "node:fs";
import path from "node:path";
import { listFiles, root } from "../packaging/paths.ts";
import type { Group, Row } from "./harness/row.ts";
import { estatusFile } from "./harness/stage.ts";

/** What lands on the disk, and how much of it is Node itself. */
export const size: Group = { name: "size", needs: [], run: async () => [...host(), ...windows()] };

const megabytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + fs.statSync(file).size, 0) / 1_000_000;

function host(): Row[] {
  const folder = path.dirname(estatusFile);
  const files = listFiles(folder);
  const executables = ["estatus", "Agenda"].map((name) => path.join(folder, name));
  const node = megabytes([process.execPath]);
  return [
    {
      what: "installed, this system",
      unit: "MB",
      ours: megabytes(files),
      peer: { name: "one Node", value: node },
    },
    ...executables.map((file): Row => ({
      what: `${path.basename(file)}, beyond Node`,
      unit: "MB",
      ours: megabytes([file]) - node,
    })),
  ];
}

/** Only where `npm run package:windows` has left something. */
function windows(): Row[] {
  const installers = listFiles(path.join(root, "dist")).filter((file) => /setup[^/]*\.exe$/i.test(file));
  const folder = path.join(root, "dist/windows");
  const installed = listFiles(folder).filter((file) => !installers.includes(file));
  if (installed.length === 0) return [];
  return [
    { what: "installed, Windows", unit: "MB", ours: megabytes(installed) },
    ...installers.map((file): Row => ({ what: path.basename(file), unit: "MB", ours: megabytes([file]) })),
  ];
}
