import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agendaIcon, estatusIcon } from "../../src/icon-shapes.ts";
import { iconFile } from "../../packaging/icon.ts";
import { stamp } from "../../packaging/stamp.ts";

// Any Windows executable will do: this one is small and at hand.
const original = path.join(import.meta.dirname, "../../node_modules/ps-list/vendor/fastlist-0.3.0-x64.exe");
let folder: string;
let stamped: NtExecutable;
let resources: NtExecutableResource;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  stamped = NtExecutable.from(fs.readFileSync(stampCopy("a.exe")));
  resources = NtExecutableResource.from(stamped);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function stampCopy(name: string): string {
  const file = path.join(folder, name);
  fs.copyFileSync(original, file);
  stamp(file, {
    fileName: "Agenda.exe",
    version: "1.2.3",
    product: "Agenda",
    description: { en: "contacts", es: "contactos" },
    icon: iconFile(agendaIcon),
    subsystem: "window",
  });
  return file;
}

test("the strings are there in English and in Spanish", () => {
  const [version, ...others] = Resource.VersionInfo.fromEntries(resources.entries);
  expect(others).toEqual([]);
  const said = (lang: number) => version!.getStringValues({ lang, codepage: 1200 });
  expect(said(0x0409)).toMatchObject({ FileDescription: "contacts", ProductVersion: "1.2.3" });
  expect(said(0x0c0a)).toMatchObject({ FileDescription: "contactos", OriginalFilename: "Agenda.exe" });
});

test("the icon is there in every size", () => {
  const [group] = Resource.IconGroupEntry.fromEntries(resources.entries);
  expect(group!.icons.map((icon) => icon.width || 256)).toEqual([16, 20, 24, 32, 48, 64, 256]);
});

test("a windowed program opens no console", () => {
  expect(stamped.newHeader.optionalHeader.subsystem).toBe(2);
});

test("the same input gives the same bytes", () => {
  expect(fs.readFileSync(stampCopy("b.exe")).equals(fs.readFileSync(path.join(folder, "a.exe")))).toBe(true);
});

test("the two programs' icons differ, and hold PNG images where they say", () => {
  expect(iconFile(agendaIcon).equals(iconFile(estatusIcon))).toBe(false);
  const file = iconFile(estatusIcon);
  for (let i = 0; i < file.readUInt16LE(4); i++) {
    const offset = file.readUInt32LE(6 + 16 * i + 12);
    expect(file.subarray(offset + 1, offset + 4).toString()).toBe("PNG");
  }
});
