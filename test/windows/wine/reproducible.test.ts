import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { packagedFiles, root } from "../../../packaging/paths.ts";

const first = path.join(root, "dist/windows");
const second = path.join(root, "dist/windows-again");
afterAll(() => fs.rmSync(second, { recursive: true, force: true }));

const sha256 = (file: string) => createHash("sha256").update(fs.readFileSync(file)).digest("hex");
const contents = (folder: string) =>
  Object.fromEntries(packagedFiles(folder).map((file) => [path.relative(folder, file), sha256(file)]));

/** Packs a folder in a process of its own, as if on a machine in that time zone. */
async function packedIn(zone: string, folder: string): Promise<string> {
  const archive = path.join(second, `${zone.replace("/", "-")}.zip`);
  const script = `import { zipFolder } from "./packaging/zip.ts"; await zipFolder(...process.argv.slice(1));`;
  await execa(process.execPath, ["--input-type=module", "-e", script, folder, archive], {
    cwd: root,
    env: { TZ: zone },
  });
  return sha256(archive);
}

test("built twice, the executables and all beside them are the same byte for byte", async () => {
  await execa(process.execPath, ["packaging/windows.ts", second], { cwd: root });
  const built = contents(second);
  expect(Object.keys(built)).toContain("estatusw.exe");
  expect(built).toEqual(contents(first));
});

test("so is the installer around each of the two", async () => {
  const installers = [first, second].map(
    (folder, i) => [folder, path.join(second, `../setup-${i}.exe`)] as const,
  );
  for (const [folder, output] of installers) {
    await execa(process.execPath, ["packaging/installer.ts", "--quick", folder, output], { cwd: root });
  }
  const [one, other] = installers.map(([, output]) => sha256(output));
  for (const [, output] of installers) fs.rmSync(output);
  expect(other).toBe(one);
});

test("so is the portable archive, in whatever time zone it is packed", async () => {
  const folder = path.join(first, "native");
  expect(await packedIn("Pacific/Auckland", folder)).toBe(await packedIn("America/Lima", folder));
});
