import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import packageJson from "../package.json" with { type: "json" };
import { agendaIcon } from "../src/icon-shapes.ts";
import { iconFile } from "./icon.ts";
import { installerFile, root } from "./paths.ts";
import { signIfAsked } from "./sign.ts";

// `npm run package:installer [-- --quick] [folder] [output]`: an installer around dist/windows, or another folder.
// --quick leaves it uncompressed, for tests.
const quick = process.argv.includes("--quick");
const [folder, file] = process.argv.slice(2).filter((word) => word !== "--quick");
const payload = path.resolve(root, folder ?? "dist/windows");
const output = file === undefined ? installerFile : path.resolve(root, file);
if (!fs.existsSync(path.join(payload, "estatusw.exe"))) throw new Error("run npm run package:windows first");
const icon = path.join(root, "dist/agenda.ico");
fs.writeFileSync(icon, iconFile(agendaIcon));
const defines = { VERSION: packageJson.version, PAYLOAD: payload, OUT: output, ICON: icon };
const [command, ...prefix] = await makensis();
await execa(
  command!,
  [
    ...prefix,
    "-V2",
    ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
    ...(quick ? ["-DQUICK"] : []),
    path.join(root, "packaging/installer.nsi"),
  ],
  // The date in the installer's header is that of its newest file otherwise.
  { stdio: "inherit", env: { SOURCE_DATE_EPOCH: "1577836800" } },
);
await signIfAsked([output]);
console.log(`packaged ${path.relative(root, output)}, ${Math.round(fs.statSync(output).size / 1e6)} MB`);

/** makensis where it is installed, else the one of the lanes' chroot. */
async function makensis(): Promise<string[]> {
  const { failed } = await execa("makensis", ["-VERSION"], { reject: false });
  return failed ? [path.join(root, ".ci/chroot.sh"), "nsis", "makensis"] : ["makensis"];
}
