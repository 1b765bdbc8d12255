import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { check } from "../../support/commands.ts";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

test("A command that another program's lock keeps from the record names the file and the cure, in the user's language", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  await check(home);
  const longAgo = Date.now() - 100 * 86_400_000;
  const seen = "INSERT INTO coverage (program_id, started_at, ended_at) VALUES (1, ?, ?)";
  recorded(home, (db) => {
    db.prepare("UPDATE program SET first_check_at = ?").run(longAgo);
    db.prepare(seen).run(longAgo, longAgo + 86_400_000);
  });
  const file = path.join(home.estatus, "estatus.db");
  const locker = openDatabase(file);
  locker.exec("BEGIN IMMEDIATE");
  const asked = ["pause 1h", "resume", "prune --older-than 60d --yes"].flatMap((words) =>
    (["en", "es"] as const).map(async (language) => {
      const options = { env: { ESTATUS_LANG: language } };
      const { code, stdout, stderr } = await estatus(home.folder, words.split(" "), options);
      const said = language === "en" ? "is locked by another program" : "está bloqueado por otro programa";
      expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: "" });
      expect(stderr).toContain(`${file} ${said}; `);
      expect(stderr).toMatch(/Close whatever has that file open|Cierre lo que tenga abierto/);
    }),
  );
  await Promise.all(asked);
  locker.close();
});
