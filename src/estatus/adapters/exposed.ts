import fs from "node:fs";

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/** Whether another user of this PC could change this file or folder, by its mode and owner. `uid` is ours. */
export function isExposed(place: string, uid: number): boolean {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.uid !== uid && stat.uid !== 0) return true;
  // In a sticky folder (/tmp) nobody can replace another user's file.
  return (stat.mode & OTHERS_MAY_WRITE) !== 0 && !(stat.isDirectory() && (stat.mode & STICKY) !== 0);
}
