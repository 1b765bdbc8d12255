import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isFresh } from "./freshness.ts";
import { part, type Part } from "./parts.ts";
import { listFiles, root } from "./paths.ts";

/** What a program needs beside it in `native/`: file name there, and where it comes from. */
export type Addons = Readonly<Record<string, string>>;

const sqlite = path.join(root, "node_modules/better-sqlite3");

/** SQLite for the system this runs on. */
export function hostSqlite(): Addons {
  const binding = createRequire(import.meta.url)(path.join(sqlite, "lib/binding.js")) as Binding;
  const addon = binding.getPrebuildPath();
  if (addon === null) throw new Error(`better-sqlite3 has no addon for ${process.platform}-${process.arch}`);
  return { "better_sqlite3.node": addon };
}

type Binding = { getPrebuildPath(): string | null };

/** What calls the C library for this system, for each kind of it; none where there is no such addon. */
export function hostKoffi(): Addons {
  const folder = path.join(root, `node_modules/@koromix/koffi-${process.platform}-${process.arch}`);
  const kinds = listFiles(folder).filter((file) => path.basename(file) === "koffi.node");
  return Object.fromEntries(kinds.map((file) => [`koffi/${path.relative(folder, file)}`, file]));
}

/** What Agenda's window needs: the module to bundle and its addon. */
export type Webview = { readonly module: string; readonly addons: Addons };

const webviewParts: Readonly<Record<string, Part>> = {
  "win32-x64": "@webviewjs/webview-win32-x64-msvc@0.4.7",
  "linux-x64": "@webviewjs/webview-linux-x64-gnu@0.4.7",
};

/** Fetches the window for a system; null where there is none for it. */
export async function webviewFor(system: string): Promise<Webview | null> {
  const platformPart = webviewParts[system];
  if (platformPart === undefined) return null;
  const folder = await part(platformPart);
  const addon = fs.readdirSync(folder).find((name) => name.endsWith(".node"));
  if (addon === undefined) throw new Error(`${platformPart} has no addon`);
  const module = path.join(await part("@webviewjs/webview@0.4.7"), "index.js");
  return { module, addons: { [addon]: path.join(folder, addon) } };
}

/** What the checker needs on Windows, from the fetched parts and the installed packages. */
export async function windowsAddons(): Promise<Addons> {
  const koffi = await part("@koromix/koffi-win32-x64@3.3.4");
  return {
    "better_sqlite3.node": path.join(sqlite, "prebuilds/win32-x64.node"),
    "koffi/win32_x64/koffi.node": path.join(koffi, "win32_x64/koffi.node"),
  };
}

/** Copies addons into `folder`, those that are not there as they should be. */
export function placeAddons(addons: Addons, folder: string): void {
  for (const [name, source] of Object.entries(addons)) {
    const place = path.join(folder, name);
    if (isFresh([place], [source])) continue;
    fs.mkdirSync(path.dirname(place), { recursive: true });
    // A running program keeps the file it has loaded: replace it, do not write into it.
    fs.rmSync(place, { force: true });
    fs.copyFileSync(source, place);
  }
}
