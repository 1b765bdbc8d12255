import path from "node:path";
import { AppError } from "../app-error.ts";
import { listResources, readResource } from "../resources.ts";
import { text } from "../locales/agenda.ts";

const folder = "dist/ui";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

export type PageFile = { readonly type: string; readonly content: string };

/**
 * The built page's files by their address below the room, "" being the page itself. A closed list: no address
 * reaches any other file.
 * @throws AppError `no-page` in a checkout where the page was never built.
 */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  let names: string[];
  try {
    names = [...listResources(folder, ""), ...listResources(`${folder}/assets`, "")];
  } catch (error) {
    throw new AppError("no-page", text().noPage, text().noPageHint, error);
  }
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const type = types[path.posix.extname(name)];
    if (type) files.set(path.posix.relative(folder, name), { type, content: readResource(name) });
  }
  const page = files.get("index.html");
  if (!page) throw new AppError("no-page", text().noPage, text().noPageHint);
  return files.set("", page);
}
