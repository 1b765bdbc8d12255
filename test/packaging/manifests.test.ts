import { expect, test } from "vitest";
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
const winget = Object.fromEntries(
  Object.entries(wingetManifest(release)).map(([name, text]) => [name, fieldsOf(text)]),
);

test("winget gets its four files, each of the kind its schema asks for", () => {
  expect(Object.entries(winget).map(([name, fields]) => [name, fields["ManifestType"]])).toEqual([
    ["Estatus.Estatus.yaml", "version"],
    ["Estatus.Estatus.installer.yaml", "installer"],
    ["Estatus.Estatus.locale.en-US.yaml", "defaultLocale"],
    ["Estatus.Estatus.locale.es-ES.yaml", "locale"],
  ]);
});

// The patterns and limits are those of the published schemas, version 1.10.0.
test("every file has what all schemas require", () => {
  for (const fields of Object.values(winget)) {
    expect(fields["PackageIdentifier"]).toMatch(/^[^.\s\\/:*?"<>|]{1,32}(\.[^.\s\\/:*?"<>|]{1,32}){1,7}$/);
    expect(fields["PackageVersion"]).toMatch(/^[^\\/:*?"<>|]{1,128}$/);
    expect(fields["ManifestVersion"]).toMatch(/^(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2}$/);
  }
});

test("the installer is found by address and hash, and runs for one user, silently too", () => {
  expect(winget["Estatus.Estatus.installer.yaml"]).toMatchObject({
    InstallerType: "nullsoft",
    Scope: "user",
    InstallModes: ["interactive", "silent"],
    Installers: [
      {
        Architecture: "x64",
        InstallerUrl: expect.stringMatching(/^https?:\/\/.{1,2000}-setup\.exe$/),
        InstallerSha256: expect.stringMatching(/^[A-F0-9]{64}$/),
      },
    ],
  });
});

test("each language has a description of an allowed length", () => {
  for (const locale of ["en-US", "es-ES"]) {
    const fields = winget[`Estatus.Estatus.locale.${locale}.yaml`]!;
    expect(fields["PackageLocale"]).toBe(locale);
    expect(fields["License"]).toBe("MIT");
    expect(String(fields["ShortDescription"]).length).toBeLessThanOrEqual(256);
  }
});

test("Scoop registers after installing and unregisters before uninstalling", () => {
  expect(JSON.parse(scoopManifest(release))).toMatchObject({
    version: "1.2.3",
    license: "MIT",
    architecture: { "64bit": { url: `${release.url}/Estatus-1.2.3-portable.zip`, hash: sha256 } },
    bin: "estatus.exe",
    post_install: '& "$dir\\estatus.exe" register',
    pre_uninstall: '& "$dir\\estatus.exe" unregister',
  });
});
