import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { script, type Guarded } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";
import { until } from "../../support/until.ts";

const file = path.join(import.meta.dirname, "../../../src/estatus/adapters/launch.ts");

// In a process of its own, as a check is: what it was told, and what became of the launched one when that had ended.
const launcher = `
  import fs from "node:fs";
  import { launch } from ${JSON.stringify(file)};
  const [executable, ...args] = process.argv.slice(1);
  try {
    const { pid, folder } = await launch(executable, args);
    process.stdin.once("data", () => {
      console.log(JSON.stringify({ pid, folder, isLeft: fs.existsSync("/proc/" + pid) }));
      process.exit();
    });
  } catch ({ code, message }) {
    console.log(JSON.stringify({ code, message }));
  }`;

function launched(flags: readonly string[], { executable, arguments: words = [] }: Guarded) {
  const options = { env: { ...process.env, GREETING: "¡hola!" } };
  const argv = [...flags, "--input-type=module", "-e", launcher, executable, ...words];
  const running = promisify(execFile)(process.execPath, argv, options);
  return {
    answer: running.then(({ stdout }) => JSON.parse(stdout) as Record<string, unknown>),
    ask: () => running.child.stdin!.end("\n"),
  };
}

// What a process can tell of how it was started. The lines of /proc/PID/status: pid, session, blocked, ignored signals.
const teller = `
exec > told.new
pwd
readlink /proc/$$/fd/0 /proc/$$/fd/2
echo "$GREETING"
cut -d' ' -f6 /proc/$$/stat
grep -E '^Sig(Blk|Ign)' /proc/$$/status | tr -s '\\t' ' '
printf '<%s>' "$@"
mv told.new told`;

describe.for([
  ["the C library's posix_spawn", []],
  ["Node's own spawn, where koffi cannot be loaded", ["--no-addons"]],
] as const)("By %s", ([, flags]) => {
  test("a program starts on its own: own session and folder, no pipe to us, usual signals, our environment", async () => {
    using home = newHome();
    const program = script(home, "Teller", teller);
    const words = ["", "two words", 'a "quote" and $HOME', "ñandú"];
    const { answer, ask } = launched(flags, { ...program, arguments: words });
    await until("what it tells", () => fs.existsSync(path.join(home.folder, "told")));
    ask();
    const { pid, folder } = await answer;
    expect(folder).toBe(home.folder);
    expect(fs.readFileSync(path.join(home.folder, "told"), "utf8").split("\n")).toEqual([
      home.folder,
      "/dev/null",
      "/dev/null",
      "¡hola!",
      String(pid),
      "SigBlk: 0000000000000000",
      "SigIgn: 0000000000000000",
      words.map((word) => `<${word}>`).join(""),
    ]);
  });

  test("a script without a first line is started by the shell", async () => {
    using home = newHome();
    const { executable } = script(home, "Bare", "");
    fs.writeFileSync(executable, 'printf "<%s>" "$0" "$@" > told.new; mv told.new told\n');
    const { answer, ask } = launched(flags, { name: "Bare", executable, arguments: ["two words"] });
    const told = path.join(home.folder, "told");
    await until("what it tells", () => fs.existsSync(told));
    ask();
    await answer;
    expect(fs.readFileSync(told, "utf8")).toBe(`<${executable}><two words>`);
  });

  test("a program that ends is no zombie of ours", async () => {
    using home = newHome();
    const program = script(home, "Brief", "echo $$ > pid.new; mv pid.new pid");
    const { answer, ask } = launched(flags, program);
    const noted = path.join(home.folder, "pid");
    await until(
      "its end",
      () => fs.existsSync(noted) && !fs.existsSync(`/proc/${fs.readFileSync(noted, "utf8").trim()}`),
    );
    ask();
    expect(await answer).toMatchObject({ isLeft: false });
  });

  test.for([
    ["ENOENT", 0],
    ["EACCES", 0o644],
  ] as const)("what cannot be started is %s, as Node says it", async ([code, mode]) => {
    using home = newHome();
    const program = script(home, "Spoilt", "", mode === 0 ? 0o755 : mode);
    if (mode === 0) fs.rmSync(program.executable);
    const { answer, ask } = launched(flags, program);
    ask();
    expect(await answer).toEqual({ code, message: `spawn ${program.executable} ${code}` });
  });
});
