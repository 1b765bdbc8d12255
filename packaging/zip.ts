import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { packagedFiles } from "./paths.ts";

// The same files give the same bytes, whenever and wherever they were packed: DOS times know no time zone.
const TIME = new Date(2020, 0, 1);

/** Packs everything that was packaged into `folder` into the archive `output`. */
export async function zipFolder(folder: string, output: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of packagedFiles(folder)) {
    const name = path.relative(folder, file).replaceAll(path.sep, "/");
    zip.addFile(file, name, { mtime: TIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, fs.createWriteStream(output));
}
