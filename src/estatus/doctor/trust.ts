import fs from "node:fs";
import path from "node:path";
import { isSea } from "node:sea";
import { text } from "../../locales/doctor.ts";
import { isExposed } from "../adapters/exposed.ts";
import { othersWhoMayChange } from "../core/access-list.ts";
import { ok, warning, type Examine, type Examination, type Finding } from "./finding.ts";

/** Whether another user of this PC could put something else in the place of what the checker runs, reads or keeps. */
export const examineTrust: Examine = async (examination) => {
  if (examination.config === null) return [];
  const places = placesOf(examination);
  const findings = process.platform === "win32" ? await onWindows(places) : byModes(places);
  return findings.length > 0 ? findings : [ok("trust", text().trusted)];
};

function placesOf({ config, folder }: Examination): string[] {
  const files = [
    ...(config!.file === null ? [] : [config!.file]),
    ...config!.programs.map((each) => each.executable),
    ...(isSea() ? [process.execPath] : []),
  ];
  const places = new Set([...files.flatMap((file) => [file, path.dirname(file)]), folder]);
  return [...places].filter((place) => fs.existsSync(place));
}

function byModes(places: readonly string[]): Finding[] {
  const uid = process.getuid!();
  return places
    .filter((place) => isExposed(place, uid))
    .map((place) => warning(`trust:${place}`, text().exposed(place), text().exposedCure(place)));
}

async function onWindows(places: readonly string[]): Promise<Finding[]> {
  const { accessQuestions } = await import("../adapters/windows-access.ts");
  const { loadWindows } = await import("../adapters/windows-library.ts");
  const { processQuestions } = await import("../adapters/windows-process.ts");
  const { tokenQuestions } = await import("../adapters/windows-token.ts");
  const windows = await loadWindows();
  const user = tokenQuestions(windows, processQuestions(windows)).userSid();
  const { accessList } = accessQuestions(windows);
  return places.flatMap((place) =>
    accessFindings(place, accessList(place), user, fs.statSync(place).isDirectory() ? "folder" : "file"),
  );
}

/** What a place's access list says against it. What Windows would not say is not held against it. */
function accessFindings(
  place: string,
  sddl: string | null,
  user: string,
  kind: "file" | "folder",
): Finding[] {
  const others = sddl === null ? null : othersWhoMayChange(sddl, user, kind);
  if (others === null || others.length === 0) return [];
  const sentence = text().exposedTo(place, others.join(", "));
  return [warning(`trust:${place}`, sentence, text().exposedToCure(place))];
}
