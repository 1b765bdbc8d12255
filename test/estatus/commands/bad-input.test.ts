import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { estatus, type RunOptions } from "../../support/estatus.ts";
import { newHome, type Home } from "../../support/home.ts";
import { snapshot } from "../../support/snapshot.ts";

/** One clear sentence with its cure, no stack, the exit code, and nothing changed. */
async function expectRefused(
  home: Home,
  args: readonly string[],
  code: number,
  said: readonly string[],
  options: RunOptions = {},
): Promise<void> {
  const before = snapshot(home.folder);
  const ended = await estatus(home.folder, args, options);
  expect({ code: ended.code, stdout: ended.stdout }, ended.stderr).toEqual({ code, stdout: "" });
  expect(ended.stderr).toMatch(/^\S[^\n]*[.?)"]\n$/);
  for (const word of said) expect(ended.stderr).toContain(word);
  expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+|undefined|\[object|Error:/);
  expect(snapshot(home.folder)).toEqual(before);
}

describe.concurrent("words", () => {
  const cases: readonly (readonly [args: string, code: number, said: string])[] = [
    ["chekc", 2, 'Did you mean "check"?'],
    ["", 2, 'A command is missing. See "estatus --help".'],
    ["--colour", 2, "--colour"],
    ["check now", 3, "check --help"],
    ["check --jsn", 3, 'Did you mean "--json"?'],
    ["check --config", 3, "--config"],
    ["check --config /nowhere/estatus.toml", 3, "/nowhere/estatus.toml"],
    ["check --config /", 3, "cannot be read"],
    ["check --program Nobody", 3, '"Agenda"'],
    ["watch --every soon", 2, '"10s"'],
    ["watch --every 0s", 2, '"0s" must be longer than 0. Write one like "10s"'],
    ["watch --every 10", 2, '"10s"'],
    ["watch --every -10s", 2, '"10s"'],
    ["watch --every 10ms", 2, "at least 1s"],
    ["watch --for 0s", 2, '"0s" must be longer than 0'],
    ["watch --for ever", 2, '"10s"'],
    ["watch --for 2000y", 2, '"10s"'],
    ["watch --program Nobody", 2, '"Agenda"'],
    ["pause", 2, "when"],
    ["pause soon", 2, '"17:30"'],
    ["pause -2h", 2, "2h"],
    ["pause 0s", 2, "future"],
    ["pause 2020-01-01", 2, "future"],
    ["pause 25:00", 2, '"17:30"'],
    ["pause 9999d", 2, "year"],
    ["pause 2h --program Nobody", 2, '"Agenda"'],
    ["pause 2h 3h", 2, "pause --help"],
    ["resume --program Nobody", 2, '"Agenda"'],
    ["resume 2h", 2, "resume --help"],
    ["status --program Nobody", 2, '"Agenda"'],
    ["status --format json", 2, "--format"],
    ["report --since tomorrow", 2, "tomorrow"],
    ["report --since 2099-01-01", 2, "2099"],
    ["report --since 2026-13-01", 2, "2026-13-01"],
    ["report --until yesterday", 2, "yesterday"],
    ["report --out=", 2, "--out names no file"],
    ["report --format yaml", 2, "table, json"],
    ["report --colour", 2, "--colour"],
    ["doctor --repiar", 2, 'Did you mean "--repair"?'],
    ["config", 2, "action"],
    ["config edit", 2, "init, path"],
    ["config init now", 2, 'than this command takes. See "estatus config --help".'],
    ["prune", 2, 'The option "--older-than <T>" is missing.'],
    ["config validate --config /nowhere/estatus.toml", 2, "/nowhere/estatus.toml"],
    ["register --dryrun", 2, 'Did you mean "--dry-run"?'],
    ["unregister now", 2, "unregister --help"],
  ];
  test.concurrent.for(cases)("estatus %s is refused with exit %i", async ([args, code, said]) => {
    using home = newHome();
    await expectRefused(home, args.split(" ").filter(Boolean), code, [said]);
  });
});

const program = (more: string) => `[[program]]\nname = "A"\nexecutable = "/bin/true"\n${more}\n`;

describe.concurrent("the configuration", () => {
  const cases: readonly (readonly [what: string, toml: string, said: readonly string[]])[] = [
    ["a syntax error", 'interval = "1m\n', ["line 1", "quotes"]],
    ["a bare Windows path", program('heartbeat = "C:\\Users\\Ana"'), ["line 4", "single quotes"]],
    ["an unknown setting", program('survives = "10s"'), [":4", 'did you mean "survive"?']],
    ["an unknown setting at the top", 'intervall = "1m"\n', [":1", 'did you mean "interval"?']],
    ["the interval as a program's", program('interval = "1m"'), [":4", "above the first [[program]]"]],
    ["a program's setting at the top", 'interval = "1m"\nsurvive = "1s"\n', [":2", "below a [[program]]"]],
    ["a number for a duration", program("survive = 10"), [":4", "program[1].survive", "a string"]],
    ["a text for a list", program('arguments = "--fast"'), [":4", "arguments", "a list"]],
    ["a number in a list of texts", program("arguments = [1]"), [":4", "arguments", "a string"]],
    ["a list for a table", "program = 3\n", [":1", "program", "a list"]],
    ["a program in single brackets", '\n[program]\nname = "A"\n', [":2", "[[program]]"]],
    [
      "a table it does not know",
      'interval = "1m"\n[agenda]\na = 1\n',
      [":2", "agenda", "there are. Correct"],
    ],
    ["a negative duration", program('survive = "-1s"'), [":4", '"-1s"']],
    ["no unit", program('survive = "10"'), [":4", '"10"']],
    ["a duration of nothing", program('hung_after = "0s"'), [":4", "out of range", 'least "100ms"']],
    ["a duration of a thousand years", program('backoff_cap = "365000d"'), [":4", "out of range"]],
    ["an interval too short", 'interval = "10ms"\n', [":1", "out of range", 'least "1s"']],
    ["an interval longer than a task's", 'interval = "32d"\n', [":1", "out of range", 'most "31d"']],
    ["a word it does not know", program('hung_action = "reboot"'), [":4", '"record", "restart"']],
    ["a relative executable", '[[program]]\nname = "A"\nexecutable = "bin/true"\n', [":3", "absolute path"]],
    ["a relative heartbeat", program('heartbeat = "alive.json"'), [":4", "absolute path"]],
    ["a path from the home", program('heartbeat = "~/alive.json"'), [":4", "absolute path"]],
    ["no executable", '[[program]]\nname = "A"\n', ["executable", "missing"]],
    ["no name", '[[program]]\nexecutable = "/bin/true"\n', ["name", "missing"]],
    ["an empty name", '[[program]]\nname = " "\nexecutable = "/bin/true"\n', [":2", "name"]],
    ["a long name", `[[program]]\nname = "${"a".repeat(101)}"\nexecutable = "/bin/true"\n`, [":2", "100"]],
    ["a program twice", `${program("")}${program("").replace('"A"', '"a"')}`, [":6", '"a"', "twice"]],
    [
      "an executable twice",
      `${program('arguments = ["a"]')}${program('arguments = ["b"]').replace('"A"', '"B"').replace("/true", "/./true")}`,
      [":7", '"A"', "a copy of its own"],
    ],
    ["an empty list", "program = []\n", ["at least one program"]],
    ["control characters in a name", '[[program]]\nname = "A\\u001b[2J"\nexecutable = "/bin/true"\n', [":2"]],
    ["a NUL in a path", '[[program]]\nname = "A"\nexecutable = "/bin/true\\u0000"\n', [":3", "control"]],
    ["a NUL in an argument", program('arguments = ["a\\u0000b"]'), [":4", "control"]],
    ["a key that means something in JavaScript", "__proto__ = { a = 1 }\n", ["__proto__"]],
    ["ten thousand brackets", `a = ${"[".repeat(10_000)}\n`, ["1"]],
    ["bytes that are no text", "\u0000\u0001\u0002", ["line 1"]],
  ];
  test.concurrent.for(cases)("%s is refused, with its place and its cure", async ([, toml, said]) => {
    using home = newHome();
    fs.writeFileSync(path.join(home.estatus, "estatus.toml"), toml);
    await expectRefused(home, ["config", "validate"], 2, ["estatus.toml", ...said]);
  });

  test.concurrent("check refuses it with exit 3, because its 2 means down", async () => {
    using home = newHome();
    fs.writeFileSync(path.join(home.estatus, "estatus.toml"), program('survives = "10s"'));
    await expectRefused(home, ["check"], 3, ["estatus.toml:4", 'did you mean "survive"?']);
  });

  test.concurrent.for(["latin1", "utf16le"] as const)(
    "text in %s is refused with its line",
    async (encoding) => {
      using home = newHome();
      const toml = `[[program]]\nname = "A"\nexecutable = "/home/Núñez/Agenda"\n`;
      const mark = encoding === "latin1" ? "" : "\ufeff";
      fs.writeFileSync(path.join(home.estatus, "estatus.toml"), mark + toml, encoding);
      const line = encoding === "latin1" ? 3 : 1;
      await expectRefused(home, ["config", "validate"], 2, [`estatus.toml:${line}: `, "UTF-8"]);
    },
  );

  test.concurrent("3 GB of it are refused without being read", async () => {
    using home = newHome();
    const file = path.join(home.estatus, "estatus.toml");
    fs.writeFileSync(file, "");
    // Node makes no text of so many bytes: had it been tried, the sentence would be another.
    fs.truncateSync(file, 3_000_000_000);
    const { code, stderr } = await estatus(home.folder, ["check"]);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/estatus\.toml.*1 MB/) });
  });
});

describe.concurrent("the place", () => {
  test.concurrent("a configuration that is a pipe is refused, and nobody waits for it", async () => {
    using home = newHome();
    const file = path.join(home.estatus, "estatus.toml");
    execFileSync("mkfifo", [file]);
    const ended = await estatus(home.folder, ["check"]);
    expect(ended).toMatchObject({
      code: 3,
      stdout: "",
      stderr: expect.stringContaining(`${file} cannot be read`),
    });
  });

  test.concurrent.for([["pause", "2h"], ["resume"], ["config", "init"]])(
    "estatus %s in a home that is a file names the file",
    async (args) => {
      using home = newHome();
      const file = path.join(home.folder, "a file");
      fs.writeFileSync(file, "mine");
      await expectRefused(home, args, 2, [file], { env: { ESTATUS_HOME: file } });
    },
  );

  test.concurrent.for([["status"], ["report"], ["pause", "2h"], ["resume"]])(
    "estatus %s says that a store is none, and how to go on",
    async (args) => {
      using home = newHome();
      fs.writeFileSync(path.join(home.estatus, "estatus.db"), "this is no database\n".repeat(100));
      await expectRefused(home, args, 1, ["damaged", "estatus doctor --repair"]);
    },
  );

  test.concurrent.for([
    ["pause", "1h"],
    ["config", "init"],
  ])("estatus %s %s ends with a sentence where the system never makes the folder", async (args) => {
    using home = newHome();
    // Node's own way to make folders never ends there.
    await expectRefused(home, args, 2, ["/proc/nowhere"], { env: { ESTATUS_HOME: "/proc/nowhere" } });
  });

  test.concurrent("config init never overwrites", async () => {
    using home = newHome();
    fs.writeFileSync(path.join(home.estatus, "estatus.toml"), "# mine\n");
    await expectRefused(home, ["config", "init"], 2, ["there already"]);
  });
});

describe.concurrent("in Spanish", () => {
  const env = { ESTATUS_LANG: "es" };
  const cases: readonly (readonly [args: string, code: number, said: string])[] = [
    ["chekc", 2, '¿Quiso decir "check"?'],
    ["check --jsn", 3, "opción"],
    ["check --program Nadie", 3, "Elija"],
    ["watch --every pronto", 2, "duración"],
    ["pause pronto", 2, "Escriba"],
    ["report --since mañana", 2, "mañana"],
    ["config edit", 2, "Elija"],
    ["", 2, "Falta la orden."],
    ["prune", 2, 'Falta la opción "--older-than <T>".'],
  ];
  test.concurrent.for(cases)("estatus %s", async ([args, code, said]) => {
    using home = newHome();
    await expectRefused(home, args.split(" ").filter(Boolean), code, [said], { env });
  });

  test.concurrent("a setting that is there twice", async () => {
    using home = newHome();
    fs.writeFileSync(path.join(home.estatus, "estatus.toml"), 'interval = "1m"\ninterval = "2m"\n');
    await expectRefused(home, ["check"], 3, ["línea 2, columna 1: eso ya está definido más arriba."], {
      env,
    });
  });

  test.concurrent("an unknown setting", async () => {
    using home = newHome();
    fs.writeFileSync(path.join(home.estatus, "estatus.toml"), program('survives = "10s"'));
    await expectRefused(home, ["check"], 3, [":4", '¿quiso decir "survive"?'], { env });
  });
});
