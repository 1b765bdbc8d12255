import fs from "node:fs";
import { makeFolders } from "../../make-folders.ts";

/**
 * Makes a folder that only this user may enter. Throws where somebody else's stands in its place: in a shared
 * temporary folder another user may have been there first.
 */
export function makePrivateFolder(folder: string): void {
  makeFolders(folder, 0o700);
  const stat = fs.lstatSync(folder);
  const uid = process.getuid?.();
  if (!stat.isDirectory() && !fs.statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  if (uid !== undefined && stat.uid !== uid) throw new Error(`${folder} belongs to another user`);
}
