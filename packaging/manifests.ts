/** What a package manager needs to know of a release. */
export type Release = {
  readonly version: string;
  /** Folder of the release's files on the web. */
  readonly url: string;
  readonly installer: { readonly name: string; readonly sha256: string };
  readonly zip: { readonly name: string; readonly sha256: string };
};

const IDENTIFIER = "Estatus.Estatus";
const MANIFEST_VERSION = "1.10.0";
const ENGLISH =
  "A contacts window that comes back after any crash, and a checker that tells when it was away";
const SPANISH =
  "Una agenda de contactos que vuelve tras cualquier fallo, y un vigilante que dice cuándo no estuvo";

/** winget's manifest, a file each for version, installer and languages. */
export function wingetManifest({ version, url, installer }: Release): Record<string, string> {
  const common = { PackageIdentifier: IDENTIFIER, PackageVersion: version };
  const locale = { ...common, Publisher: "Estatus", PackageName: "Estatus", License: "MIT" };
  const files = {
    "": { ...common, DefaultLocale: "en-US", ManifestType: "version" },
    ".installer": {
      ...common,
      InstallerType: "nullsoft",
      Scope: "user",
      InstallModes: ["interactive", "silent"],
      UpgradeBehavior: "install",
      Commands: ["estatus"],
      Installers: [
        {
          Architecture: "x64",
          InstallerUrl: `${url}/${installer.name}`,
          InstallerSha256: installer.sha256.toUpperCase(),
        },
      ],
      ManifestType: "installer",
    },
    ".locale.en-US": {
      ...locale,
      PackageLocale: "en-US",
      ShortDescription: ENGLISH,
      ManifestType: "defaultLocale",
    },
    ".locale.es-ES": { ...locale, PackageLocale: "es-ES", ShortDescription: SPANISH, ManifestType: "locale" },
  };
  return Object.fromEntries(
    Object.entries(files).map(([part, fields]) => [
      `${IDENTIFIER}${part}.yaml`,
      yaml(part, { ...fields, ManifestVersion: MANIFEST_VERSION }),
    ]),
  );
}

// JSON is YAML too: every value is written so, and nothing needs an escape of YAML's own.
function yaml(part: string, fields: Readonly<Record<string, unknown>>): string {
  const kind = part.startsWith(".locale") ? fields["ManifestType"] : part.slice(1) || "version";
  const schema = `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${String(kind)}.${MANIFEST_VERSION}.schema.json`;
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `${schema}\n${lines.join("\n")}\n`;
}

/** Scoop's manifest. */
export function scoopManifest({ version, url, zip }: Release): string {
  return `${JSON.stringify(
    {
      version,
      description: ENGLISH,
      homepage: url,
      license: "MIT",
      architecture: { "64bit": { url: `${url}/${zip.name}`, hash: zip.sha256 } },
      bin: "estatus.exe",
      shortcuts: [["Agenda.exe", "Agenda"]],
      post_install: '& "$dir\\estatus.exe" register',
      pre_uninstall: '& "$dir\\estatus.exe" unregister',
    },
    null,
    4,
  )}\n`;
}
