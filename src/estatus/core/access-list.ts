// What the rights letters of a security descriptor mean for a file, as access mask bits (Windows' sddl.h, winnt.h).
const RIGHTS: Readonly<Record<string, number>> = {
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  SD: 0x1_0000,
  RC: 0x2_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  GA: 0x1000_0000,
  GX: 0x2000_0000,
  GW: 0x4000_0000,
  GR: 0x8000_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
};

// DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL, GENERIC_WRITE and FILE_WRITE_DATA (in a folder: FILE_ADD_FILE).
const CHANGES = 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000 | 0x2;
const FILE_APPEND_DATA = 0x4;
const FOLDER_DELETE_CHILD = 0x40;

// Whoever has these can do everything on this PC anyway: the system, administrators, TrustedInstaller; and the two
// that only stand for an owner.
const TRUSTED = new Set([
  "SY",
  "S-1-5-18",
  "BA",
  "S-1-5-32-544",
  "LA",
  "CO",
  "S-1-3-0",
  "OW",
  "S-1-3-4",
  "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
]);

// An entry that allows something, also on a condition: flags of inheritance, rights, and whom.
const ALLOWING = /\((?:A|XA|OA);([A-Z]*);([^;]*);[^;]*;[^;]*;([A-Z]{2}|S-[\d-]+)/g;

/**
 * Who but `user` (a SID) and those who rule the PC could change a file or folder or put another in its place, by
 * its security descriptor in Microsoft's SDDL: SIDs or their two-letter names, each once. What denies is not taken
 * into account, so that a doubt is told rather than kept. `null` where the text is no descriptor with an owner.
 */
export function othersWhoMayChange(sddl: string, user: string, kind: "file" | "folder"): string[] | null {
  const found = /^O:([A-Z]{2}|S-[\d-]+)(?:G:(?:[A-Z]{2}|S-[\d-]+))?D:([A-Z_]*)/.exec(sddl);
  if (!found) return null;
  const [start, owner, flags] = found;
  // No list at all lets everyone do everything.
  if (flags!.includes("NO_ACCESS_CONTROL")) return ["WD"];
  const wanted = CHANGES | (kind === "file" ? FILE_APPEND_DATA : FOLDER_DELETE_CHILD);
  const allowed = [...sddl.slice(start.length).matchAll(ALLOWING)]
    .filter(([, inherit]) => !pairsOf(inherit!).includes("IO"))
    .filter(([, , rights]) => (maskOf(rights!) & wanted) !== 0)
    .map(([, , , sid]) => sid!);
  return [...new Set([owner!, ...allowed])].filter((sid) => sid !== user && !TRUSTED.has(sid));
}

function maskOf(rights: string): number {
  if (/^0x[0-9a-f]+$/i.test(rights)) return Number.parseInt(rights, 16);
  // Letters that are not known are taken for every right there is.
  return pairsOf(rights).reduce((mask, right) => mask | (RIGHTS[right] ?? -1), 0);
}

function pairsOf(text: string): string[] {
  return text.match(/../g) ?? [];
}
