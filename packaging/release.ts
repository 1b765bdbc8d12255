import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { scoopManifest, wingetManifest } from "./manifests.ts";
import { npm } from "./npm.ts";
import { installerFile, root } from "./paths.ts";
import { zipFolder } from "./zip.ts";

// `npm run package:release`: dist/release with the installer, a portable zip, manifests for winget and Scoop, a bill
// of materials and checksums. ESTATUS_RELEASE_URL says where the files will lie.
const { version } = packageJson;
const url = process.env["ESTATUS_RELEASE_URL"];
if (!url || !/^https:\/\/\S+$/.test(url))
  throw new Error("set ESTATUS_RELEASE_URL to where the files will lie");
const output = path.join(root, "dist/release");
fs.rmSync(output, { recursive: true, force: true });
fs.mkdirSync(output, { recursive: true });

const installer = path.basename(installerFile);
fs.copyFileSync(installerFile, path.join(output, installer));
const zip = `Estatus-${version}-portable.zip`;
await zipFolder(path.join(root, "dist/windows"), path.join(output, zip));
const files = { installer: described(installer), zip: described(zip) };
const manifests = { ...wingetManifest({ version, url, ...files }) };
for (const [name, text] of Object.entries(manifests)) fs.writeFileSync(path.join(output, name), text);
fs.writeFileSync(path.join(output, "estatus.json"), scoopManifest({ version, url, ...files }));
const parts = await npm(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], root);
fs.writeFileSync(path.join(output, "bill-of-materials.json"), `${parts}\n`);
const sums = fs.readdirSync(output).map((name) => `${described(name).sha256}  ${name}\n`);
fs.writeFileSync(path.join(output, "SHA256SUMS"), sums.join(""));
console.log(`packaged ${path.relative(root, output)}`);

function described(name: string): { name: string; sha256: string } {
  const content = fs.readFileSync(path.join(output, name));
  return { name, sha256: createHash("sha256").update(content).digest("hex") };
}
