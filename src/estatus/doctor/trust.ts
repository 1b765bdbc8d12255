import fs from "node:fs";
import path from "node:path";
import { text } from "../../locales/doctor.ts";
import { ok, warning, type Examine, type Finding } from "./finding.ts";

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/**
 * Whether another user of this PC could put something else in the place of what the checker runs or reads. Windows
 * keeps this in access lists that inherit from the user's own folder; only modes and owners are looked at here.
 */
export const examineTrust: Examine = ({ config }) => {
  const uid = process.getuid?.();
  if (config === null || uid === undefined) return [];
  const files = [
    ...(config.file === null ? [] : [config.file]),
    ...config.programs.map((each) => each.executable),
  ];
  const places = new Set(files.flatMap((file) => [file, path.dirname(file)]));
  const findings = [...places].filter((place) => isExposed(place, uid)).map(exposed);
  return findings.length > 0 ? findings : [ok("trust", text().trusted)];
};

const exposed = (place: string): Finding =>
  warning(`trust:${place}`, text().exposed(place), text().exposedCure(place));

function isExposed(place: string, uid: number): boolean {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.uid !== uid && stat.uid !== 0) return true;
  // In a sticky folder (/tmp) nobody can replace another user's file.
  return (stat.mode & OTHERS_MAY_WRITE) !== 0 && !(stat.isDirectory() && (stat.mode & STICKY) !== 0);
}
