import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { estatus, type RunOptions } from "../support/estatus.ts";
import { configure, script, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { killed } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";

const shell = (text: string) => ["sh", "-c", `${text}; exec "$@"`, "sh"];

const BEARABLE: readonly (readonly [string, RunOptions])[] = [
  ["without HOME", { env: { HOME: undefined } }],
  ["with an empty HOME and user", { env: { HOME: "", USER: "", LOGNAME: "" } }],
  ["with an empty PATH", { env: { PATH: "" } }],
  ["without a PATH", { env: { PATH: undefined } }],
  ["with a temporary folder that does not exist", { env: { TMPDIR: "/nowhere/tmp" } }],
  ["with a time zone that does not exist", { env: { TZ: "Atlantis/Capital" } }],
  [
    "without time zone data",
    { env: { TZDIR: "/nowhere", TZ: "Europe/Madrid", ICU_TIMEZONE_FILES_DIR: "/nowhere" } },
  ],
  [
    "with a locale that does not exist",
    { env: { LANG: "xx_YY.nothing", LC_ALL: "xx_YY", ESTATUS_LANG: "tlh" } },
  ],
  ["with the umask 000", { through: shell("umask 000") }],
  ["with the umask 077", { through: shell("umask 077") }],
  ["with the umask 777", { through: shell("umask 777") }],
  ["with few file handles", { through: shell("ulimit -n 40") }],
  [
    "from a folder that was deleted",
    { through: shell('mkdir "$TMPDIR/gone"; cd "$TMPDIR/gone"; rmdir "$TMPDIR/gone"') },
  ],
  ["at the lowest priority", { through: ["nice", "-n", "19"] }],
  ["with its output closed", { through: shell("exec 1>&- 2>&-") }],
];

test.concurrent.for(BEARABLE)("A check %s brings the program back", async ([, options]) => {
  using home = newHome();
  const program = await killed(home);
  const { code, stderr } = await estatus(home.folder, ["check"], options);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(await check(home)).toMatchObject({ code: 0, stderr: "" });
  expect(await outages(home, "Guarded")).toMatchObject([
    { ended_by: "estatus", attempts: [{ result: "survived" }] },
  ]);
});

test.concurrent("The files it makes are for their owner only, whatever the umask", async () => {
  using home = newHome();
  const elsewhere = path.join(home.folder, "of", "its", "own");
  const config = path.join(home.estatus, "estatus.toml");
  configure(home, [sleeper(home)]);
  const options = { through: shell("umask 000"), env: { ESTATUS_HOME: elsewhere } };
  expect(await estatus(home.folder, ["check", "--config", config], options)).toMatchObject({ code: 1 });
  expect(fs.statSync(elsewhere).mode & 0o777).toBe(0o700);
});

// A limit on the size of any file is a disk that is full at that point: of the store, its log, the spool.
test.concurrent.for([0, 1, 8, 24, 40, 64, 80, 100, 140].map((blocks) => [blocks]))(
  "With the disk full after %i blocks the program is brought back, and nothing is doubled later",
  async ([blocks]) => {
    using home = newHome();
    const program = await killed(home);
    const limit = `trap "" XFSZ; ulimit -f ${blocks}`;
    const full = { through: shell(limit), env: { NODE_COMPILE_CACHE: undefined } };
    const { code, signal, stderr } = await estatus(home.folder, ["check"], full);
    expect({ code, signal }, stderr).toEqual({ code: 1, signal: null });
    expect(stderr).not.toContain("    at ");
    expect(processesOf(program.executable)).toHaveLength(1);
    for (const _ of [1, 2]) expect([0, 1]).toContain((await check(home)).code);
    expect(processesOf(program.executable)).toHaveLength(1);
    expect((await outages(home, "Guarded")).length).toBeLessThanOrEqual(1);
  },
);

test.concurrent("Arguments reach the program as they are: nothing goes through a shell", async () => {
  using home = newHome();
  const out = path.join(home.folder, "arguments");
  const idle = sleeper(home, "idle").executable;
  const program = script(home, "Args", `printf '%s\\0' "$@" > '${out}'; '${idle}' 1000`);
  const words = [
    "a b",
    "",
    '"',
    "'",
    "$(touch pwned)",
    "`id`",
    "; rm -rf x",
    "*",
    "~",
    "%PATH%",
    "\\",
    "-n",
    "línea\nnueva",
  ];
  configure(home, [{ ...program, arguments: words }]);
  expect(await check(home)).toMatchObject({ code: 1 });
  expect(fs.readFileSync(out, "utf8").split("\0").slice(0, -1)).toEqual(words);
});
