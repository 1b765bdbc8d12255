import fs from "node:fs";
import path from "node:path";

const NODE = `Node.js is part of each executable, under the MIT licence and those of the libraries within it:
https://github.com/nodejs/node/blob/v${process.versions.node}/LICENSE
`;

/** One text with the licence of every package that any of these bundled files came from, and of Node. */
export function licencesOf(files: readonly string[]): string {
  const folders = [...new Set(files.map(packageFolder).filter((folder) => folder !== null))].toSorted();
  return [NODE, ...new Set(folders.map(licenceText))].join(`\n${"-".repeat(80)}\n\n`);
}

/** The folder of the package that a file belongs to; null for our own. */
function packageFolder(file: string): string | null {
  const found = /^(.*[\\/](?:node_modules|parts)[\\/](?:@[^\\/+]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found?.[1] ?? null;
}

function licenceText(folder: string): string {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : fs.readFileSync(path.join(folder, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
