import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ExportedFile } from "../../../src/agenda/exchange-types.ts";
import { enter, launch, newFolder } from "../launch.ts";

test("An export goes where the desktop keeps downloads, and never over a file that is there", async () => {
  using home = newFolder();
  const downloads = path.join(home.folder, "Descargas");
  fs.mkdirSync(downloads);
  fs.mkdirSync(path.join(home.folder, ".config"));
  const named = path.join(home.folder, ".config", "user-dirs.dirs");
  fs.writeFileSync(named, '# made by xdg-user-dirs\nXDG_DOWNLOAD_DIR="$HOME/Descargas"\n');
  await using agenda = launch(path.join(home.folder, "data"), ["--no-window"], [], {
    HOME: home.folder,
    XDG_CONFIG_HOME: "",
  });
  const page = await enter(await agenda.firstLine);
  await page.call("POST", "api/contacts", { name: "Núria", phone: "600" });
  const first = await page.call<ExportedFile>("POST", "api/export?format=csv");
  const second = await page.call<ExportedFile>("POST", "api/export?format=csv");
  expect(path.dirname(first.file)).toBe(downloads);
  expect(path.basename(first.file)).toMatch(/^agenda-\d{4}-\d\d-\d\d\.csv$/);
  expect(second.file).toBe(first.file.replace(".csv", " (2).csv"));
  for (const { file } of [first, second]) {
    expect(fs.readFileSync(file, "utf8")).toContain("Núria");
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  }
  // Without that folder it is the home; what cannot be written is said in a sentence.
  fs.renameSync(downloads, path.join(home.folder, "gone"));
  const { file } = await page.call<ExportedFile>("POST", "api/export?format=vcf");
  expect(path.dirname(file)).toBe(home.folder);
  expect(fs.readFileSync(file, "utf8")).toContain("FN:Núria");
});
