import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listResources, readResource } from "../../src/resources.ts";
import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { compileCache } from "../support/compile-cache.ts";
import { newHome } from "../support/home.ts";

const source = path.join(import.meta.dirname, "../../src/sqlite");

/** Opens and migrates in a process of its own, as soon as `go` exists. */
const MIGRATOR = `
import fs from "node:fs";
import { migrate } from ${JSON.stringify(`${source}/migrate.ts`)};
import { openDatabase } from ${JSON.stringify(`${source}/open.ts`)};
const [file, folder, go] = process.argv.slice(-3);
process.stdout.write("ready");
while (!fs.existsSync(go));
const db = openDatabase(file);
migrate(db, folder);
db.prepare("SELECT count(*) FROM sqlite_schema").get();
db.close();
`;

const schemaOf = (file: string) => {
  const db = openDatabase(file, { readonly: true });
  try {
    return db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").all();
  } finally {
    db.close();
  }
};

describe.for(["db/estatus", "db/agenda"])("%s", (folder) => {
  const files = listResources(folder, ".sql");

  test("Processes that migrate at the same instant: one does, all go on", async () => {
    using home = newHome();
    const [file, go, script] = ["a.db", "go", "migrator.ts"].map((name) => path.join(home.folder, name));
    fs.writeFileSync(script!, MIGRATOR);
    const all = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, [script!, file!, folder, go!], {
        env: { ...process.env, ...compileCache },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stderr = "";
      child.stderr.on("data", (data) => (stderr += String(data)));
      return { ready: once(child.stdout, "data"), closed: once(child, "close"), stderr: () => stderr };
    });
    await Promise.all(all.map(({ ready }) => ready));
    fs.writeFileSync(go!, "");
    const codes = await Promise.all(all.map(async ({ closed }) => (await closed)[0] as number));
    expect(all.map(({ stderr }) => stderr()).join("")).toBe("");
    expect(codes).toEqual([0, 0, 0, 0]);

    const fresh = path.join(home.folder, "b.db");
    const db = openDatabase(fresh);
    migrate(db, folder);
    db.close();
    expect(schemaOf(file!)).toEqual(schemaOf(fresh));
  });

  test.for(files.map((_, version) => version))(
    "Version %i is brought to the newest, and migrated once",
    (version) => {
      using home = newHome();
      const [old, fresh] = ["old.db", "new.db"].map((name) => path.join(home.folder, name));
      const db = openDatabase(old!);
      for (const file of files.slice(0, version)) db.exec(readResource(file));
      db.pragma(`user_version = ${version}`);
      migrate(db, folder);
      migrate(db, folder);
      expect(db.pragma("user_version", { simple: true })).toBe(files.length);
      db.close();
      const newest = openDatabase(fresh!);
      migrate(newest, folder);
      newest.close();
      expect(schemaOf(old!)).toEqual(schemaOf(fresh!));
    },
  );

  test("A newer version is refused in a sentence and left as it is", () => {
    using home = newHome();
    const file = path.join(home.folder, "newer.db");
    const db = openDatabase(file);
    db.exec("CREATE TABLE of_the_future (a)");
    db.pragma(`user_version = ${files.length + 1}`);
    expect(() => migrate(db, folder)).toThrow(expect.objectContaining({ code: "database-newer" }));
    expect(db.pragma("user_version", { simple: true })).toBe(files.length + 1);
    db.close();
    expect(schemaOf(file)).toMatchObject([{ name: "of_the_future" }]);
  });
});

test("A migration that fails changes nothing", () => {
  using home = newHome();
  const db = openDatabase(path.join(home.folder, "a.db"));
  // A table of the first file is there already, so that file fails in its middle.
  db.exec("CREATE TABLE lease (a)");
  expect(() => migrate(db, "db/estatus")).toThrow("lease");
  expect(db.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["lease"]);
  expect(db.pragma("user_version", { simple: true })).toBe(0);
  db.close();
});
