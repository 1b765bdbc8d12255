import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

type Findings = {
  healthy: boolean;
  findings: { id: string; level: string; sentence: string; cure: string }[];
};

test("doctor finds damage in any page of the record, and --repair keeps it aside", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const file = path.join(home.estatus, "estatus.db");
  recorded(home, (db) => {
    db.exec("INSERT INTO program (name, first_check_at) VALUES ('Guarded', 1)");
    const insert = db.prepare("INSERT INTO coverage (program_id, started_at, ended_at) VALUES (1, ?, ?)");
    for (let at = 1; at < 2_000; at += 1) insert.run(at, at);
  });
  const bytes = fs.readFileSync(file);
  fs.writeFileSync(file, bytes.fill(0xa5, bytes.length - 3 * 4096, bytes.length - 2 * 4096));

  const doctor = async (...args: string[]) => {
    const { code, stdout } = await estatus(home.folder, ["doctor", "--json", ...args]);
    const { findings } = JSON.parse(stdout) as Findings;
    return { code, store: findings.find(({ id }) => id === "store") };
  };
  expect(await doctor()).toMatchObject({
    code: 1,
    store: { level: "failure", cure: expect.stringContaining("--repair") },
  });
  expect(fs.readdirSync(home.estatus)).not.toContainEqual(expect.stringMatching(/^estatus\.corrupt-/));
  expect(await doctor("--repair")).toMatchObject({
    store: { level: "ok", sentence: expect.stringContaining("corrupt-") },
  });
  expect(fs.readdirSync(home.estatus)).toContainEqual(expect.stringMatching(/^estatus\.corrupt-.*\.db$/));
});
