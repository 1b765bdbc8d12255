import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readInstance } from "../../src/agenda/instance-file.ts";
import { check } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure } from "../support/guarded.ts";
import { guardedAgenda, visit } from "../support/guarded-agenda.ts";
import { newHome } from "../support/home.ts";
import { isAlive, kill } from "../support/processes.ts";
import { until } from "../support/until.ts";

/** The content of every file below a folder that may be read. */
function contentsUnder(folder: string): [file: string, content: string][] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => fs.lstatSync(file).isFile())
    .map((file) => [file, fs.readFileSync(file, "utf8")]);
}

test("Agenda's secrets and contacts are in no log, in no file of the checker and in nothing it says", async () => {
  using home = newHome();
  configure(home, [guardedAgenda(home)]);
  const first = await check(home);
  const [pid] = [first.programs[0]!.pid!];
  const guest = await visit(home);
  await guest.call("POST", "api/contacts", { name: "Xóchitl Zapata", phone: "611 222 333" });
  const secrets = [
    readInstance(home.agenda)!.secret,
    readInstance(home.agenda)!.answer,
    guest.cookie.replace(/^.*?=/, ""),
    "Xóchitl",
    "611 222 333",
  ];
  expect(secrets.every((secret) => secret.length > 6)).toBe(true);
  kill([pid]);
  await until("Agenda is gone", () => !isAlive(pid));

  const said: [string, string][] = [];
  for (const args of [
    ["check"],
    ["check", "--json"],
    ["status"],
    ["report"],
    ["report", "--format", "json"],
    ["doctor"],
  ]) {
    const { stdout, stderr } = await estatus(home.folder, args);
    said.push([args.join(" "), stdout + stderr]);
  }
  const logs = contentsUnder(home.folder).filter(([file]) => /\.log(?:\.\d+)?$/.test(file));
  expect(logs.map(([file]) => path.basename(file))).toContain("estatus.log");
  for (const [where, content] of [...said, ...logs, ...contentsUnder(home.estatus)])
    for (const secret of secrets) expect(content.includes(secret), `${secret} in ${where}`).toBe(false);
  // They were there to be found: the contact is in Agenda's own folder.
  expect(contentsUnder(home.agenda).some(([, content]) => content.includes("Xóchitl"))).toBe(true);
});
