import fs from "node:fs";
import { Data, NtExecutable, NtExecutableResource, Resource } from "resedit";

export type Stamp = {
  readonly fileName: string;
  readonly version: string;
  readonly product: string;
  /** What the program is, in each language Windows may show. */
  readonly description: { readonly en: string; readonly es: string };
  readonly icon: Buffer;
  /** A windowed program opens no console. */
  readonly subsystem: "window" | "console";
};

const UNICODE = 1200;
const ENGLISH = { lang: 0x0409, codepage: UNICODE };
const SPANISH = { lang: 0x0c0a, codepage: UNICODE };
const SUBSYSTEMS = { window: 2, console: 3 };
const RT_VERSION = 16;

/** Gives a Windows executable its icon, version strings and subsystem. Sign afterwards. */
export function stamp(file: string, wanted: Stamp): void {
  // Node's own signature is no longer true of what the executable has become: it is dropped.
  const executable = NtExecutable.from(fs.readFileSync(file), { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  setIcon(resources, wanted.icon);
  setVersion(resources, wanted);
  resources.outputResource(executable);
  executable.newHeader.optionalHeader.subsystem = SUBSYSTEMS[wanted.subsystem];
  fs.writeFileSync(file, Buffer.from(executable.generate()));
}

function setIcon(resources: NtExecutableResource, icon: Buffer): void {
  const [group] = Resource.IconGroupEntry.fromEntries(resources.entries);
  const images = Data.IconFile.from(icon).icons.map((item) => item.data);
  const { id = 1, lang = ENGLISH.lang } = group ?? {};
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, id, lang, images);
}

function setVersion(resources: NtExecutableResource, wanted: Stamp): void {
  resources.entries = resources.entries.filter((entry) => entry.type !== RT_VERSION);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = ENGLISH.lang;
  version.setFileVersion(wanted.version, ENGLISH.lang);
  version.setProductVersion(wanted.version, ENGLISH.lang);
  version.setStringValues(ENGLISH, strings(wanted, wanted.description.en));
  version.setStringValues(SPANISH, strings(wanted, wanted.description.es));
  version.outputToResourceEntries(resources.entries);
}

function strings({ fileName, version, product }: Stamp, description: string): Record<string, string> {
  return {
    FileDescription: description,
    FileVersion: version,
    InternalName: fileName.replace(/\.exe$/, ""),
    LegalCopyright: "MIT License",
    OriginalFilename: fileName,
    ProductName: product,
    ProductVersion: version,
  };
}
