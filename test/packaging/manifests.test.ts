import { expect, test } from "vitest";
import { z } from "zod";
import { scoopManifest, wingetManifest } from "../../packaging/manifests.ts";

const sha256 = "ab".repeat(32);
const release = {
  version: "1.2.3",
  url: "https://example.org/v1.2.3",
  installer: { name: "Estatus-1.2.3-setup.exe", sha256 },
  zip: { name: "Estatus-1.2.3-portable.zip", sha256 },
};

// One field a line, each value JSON: enough YAML to read back what we wrote.
function fieldsOf(yaml: string): Record<string, unknown> {
  const lines = yaml.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")), JSON.parse(line.slice(line.indexOf(":") + 1))]),
  );
}

// What winget's published schemas (manifests, version 1.10.0) ask of the fields we write. A field that is not here is
// refused: it would have to be looked up there first.
const text = (least: number, most: number) => z.string().min(least).max(most);
const locale = text(1, 20).regex(/^([a-zA-Z]{2,3}|[iI]-[a-zA-Z]+|[xX]-[a-zA-Z]{1,8})(-[a-zA-Z]{1,8})*$/);
const common = {
  PackageIdentifier: text(1, 128).regex(
    // oxlint-disable-next-line no-control-regex
    /^[^.\s\\/:*?"<>|\x01-\x1f]{1,32}(\.[^.\s\\/:*?"<>|\x01-\x1f]{1,32}){1,7}$/,
  ),
  // oxlint-disable-next-line no-control-regex
  PackageVersion: text(1, 128).regex(/^[^\\/:*?"<>|\x01-\x1f]+$/),
  ManifestVersion: z.literal("1.10.0"),
};
const described = {
  ...common,
  PackageLocale: locale,
  Publisher: text(2, 256),
  PackageName: text(2, 256),
  License: text(3, 512),
  ShortDescription: text(3, 256),
};
const schemas = {
  "Estatus.Estatus.yaml": z.strictObject({
    ...common,
    DefaultLocale: locale,
    ManifestType: z.literal("version"),
  }),
  "Estatus.Estatus.installer.yaml": z.strictObject({
    ...common,
    ManifestType: z.literal("installer"),
    InstallerType: z.enum([
      "msix",
      "msi",
      "appx",
      "exe",
      "zip",
      "inno",
      "nullsoft",
      "wix",
      "burn",
      "portable",
    ]),
    Scope: z.enum(["user", "machine"]),
    InstallModes: z.array(z.enum(["interactive", "silent", "silentWithProgress"])).max(3),
    UpgradeBehavior: z.enum(["install", "uninstallPrevious", "deny"]),
    Commands: z.array(text(1, 40)).max(16),
    Installers: z
      .array(
        z.strictObject({
          Architecture: z.enum(["x86", "x64", "arm", "arm64", "neutral"]),
          InstallerUrl: text(1, 2048).regex(/^([Hh][Tt][Tt][Pp][Ss]?):\/\/.+$/),
          InstallerSha256: z.string().regex(/^[A-Fa-f0-9]{64}$/),
        }),
      )
      .min(1)
      .max(1024),
  }),
  "Estatus.Estatus.locale.en-US.yaml": z.strictObject({
    ...described,
    ManifestType: z.literal("defaultLocale"),
  }),
  "Estatus.Estatus.locale.es-ES.yaml": z.strictObject({ ...described, ManifestType: z.literal("locale") }),
};

// Scoop's published schema, as far as we use it; it takes no field that it does not know.
const scoop = z.strictObject({
  version: z.string().regex(/^[\w\-.+_]+$/),
  description: z.string(),
  homepage: z.url(),
  license: z.string(),
  architecture: z.strictObject({
    "64bit": z.strictObject({
      url: z.url().regex(/^[^$]*$/),
      hash: z.string().regex(/^[a-fA-F0-9]{64}$/),
    }),
  }),
  bin: z.string(),
  shortcuts: z.array(z.array(z.string()).min(2).max(4)).min(1),
  post_install: z.string(),
  pre_uninstall: z.string(),
});

const manifests = wingetManifest(release);

test("winget gets four files of the same package, each as its published schema asks", () => {
  expect(Object.keys(manifests)).toEqual(Object.keys(schemas));
  for (const [name, schema] of Object.entries(schemas)) {
    const fields = fieldsOf(manifests[name]!);
    expect([name, schema.safeParse(fields).error?.issues ?? []]).toEqual([name, []]);
    expect(fields).toMatchObject({ PackageIdentifier: "Estatus.Estatus", PackageVersion: "1.2.3" });
  }
});

test("each winget file names the published schema of its own kind, and the default language is there", () => {
  for (const yaml of Object.values(manifests)) {
    const { ManifestType } = fieldsOf(yaml);
    const address = `https://aka.ms/winget-manifest.${String(ManifestType)}.1.10.0.schema.json`;
    expect(yaml.split("\n", 1)[0]).toBe(`# yaml-language-server: $schema=${address}`);
  }
  const { DefaultLocale } = fieldsOf(manifests["Estatus.Estatus.yaml"]!);
  expect(fieldsOf(manifests[`Estatus.Estatus.locale.${String(DefaultLocale)}.yaml`]!)).toMatchObject({
    PackageLocale: DefaultLocale,
    ManifestType: "defaultLocale",
  });
});

test("the installer is found by address and hash, and runs for one user, silently too", () => {
  expect(fieldsOf(manifests["Estatus.Estatus.installer.yaml"]!)).toMatchObject({
    InstallerType: "nullsoft",
    Scope: "user",
    InstallModes: ["interactive", "silent"],
    Installers: [
      {
        Architecture: "x64",
        InstallerUrl: `${release.url}/${release.installer.name}`,
        InstallerSha256: sha256.toUpperCase(),
      },
    ],
  });
});

test("Scoop gets what its published schema asks, registers after installing and unregisters before uninstalling", () => {
  const manifest: unknown = JSON.parse(scoopManifest(release));
  expect(scoop.safeParse(manifest).error?.issues ?? []).toEqual([]);
  expect(manifest).toMatchObject({
    architecture: { "64bit": { url: `${release.url}/Estatus-1.2.3-portable.zip`, hash: sha256 } },
    bin: "estatus.exe",
    post_install: '& "$dir\\estatus.exe" register',
    pre_uninstall: '& "$dir\\estatus.exe" unregister',
  });
});
