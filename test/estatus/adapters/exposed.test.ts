import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { withoutExposed } from "../../../src/estatus/adapters/exposed.ts";
import { check } from "../../support/commands.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

const uid = process.getuid?.() ?? 0;

test("A PATH is left with the folders that no other user may put a program into", () => {
  using home = newHome();
  const made = (name: string, mode: number) => {
    const folder = path.join(home.folder, name);
    fs.mkdirSync(folder);
    fs.chmodSync(folder, mode);
    return folder;
  };
  const [own, open, sticky] = [made("own", 0o755), made("open", 0o777), made("sticky", 0o1777)];
  const searched = [".", open, own, "relative/bin", sticky, "", "/no/such/folder"].join(":");
  expect(withoutExposed(searched, uid)).toBe(`${own}:/no/such/folder`);
});

test("A ps that another user could have laid into the PATH is never run", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const [folder, ran] = [path.join(home.folder, "open"), path.join(home.folder, "ran")];
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "ps"), `#!/bin/sh\necho ran > '${ran}'\n`, { mode: 0o755 });
  fs.chmodSync(folder, 0o777);
  const env = { PATH: `${folder}:${process.env["PATH"]}` };
  expect(await check(home, { env })).toMatchObject({ code: 1, programs: [{ state: "up" }] });
  expect(fs.existsSync(ran)).toBe(false);
});
