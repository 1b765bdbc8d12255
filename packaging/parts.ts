import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";
import { npm } from "./npm.ts";
import { root } from "./paths.ts";
import lock from "./parts.lock.json" with { type: "json" };

/**
 * Packages for other systems than this one, which npm will not install. Each is fetched once with `npm pack`
 * and taken only with the content that parts.lock.json names.
 */
export type Part = keyof typeof lock;

/** The folder of a part's package, fetched where it is not there yet. @throws Error on other content. */
export async function part(name: Part): Promise<string> {
  const folder = path.join(root, "dist/parts", name.replaceAll("/", "+"));
  if (fs.existsSync(folder)) return folder;
  console.log(`fetching ${name}`);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = fs.mkdtempSync(path.join(path.dirname(folder), "fetch-"));
  try {
    const archive = await fetchPackage(name, fresh);
    verifyIntegrity(fs.readFileSync(archive), lock[name], name);
    await execa("tar", ["-xzf", path.basename(archive)], { cwd: fresh });
    fs.renameSync(path.join(fresh, "package"), folder);
  } finally {
    fs.rmSync(fresh, { recursive: true });
  }
  return folder;
}

/** Compares content with an integrity string as npm writes it. @throws Error where they differ. */
export function verifyIntegrity(content: Buffer, integrity: string, name: string): void {
  const [algorithm = ""] = integrity.split("-", 1);
  const actual = `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
  if (actual !== integrity) throw new Error(`${name} is not what parts.lock.json names: ${actual}`);
}

async function fetchPackage(name: Part, folder: string): Promise<string> {
  // Away from the checkout, so that its package.json says nothing about how this is fetched.
  const pack = ["pack", name, "--pack-destination", folder, "--json"];
  await npm(pack, os.tmpdir());
  const archive = fs.readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm pack left nothing of ${name}`);
  return path.join(folder, archive);
}
