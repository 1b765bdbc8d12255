import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { appendToSpool } from "../../../src/estatus/store/spool.ts";
import { takeInSpool } from "../../../src/estatus/store/take-in-spool.ts";
import { compileCache } from "../../support/compile-cache.ts";
import { newHome, type Home } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";
import { everything, spooledLines, writeSpool } from "./spooled.ts";

const source = path.join(import.meta.dirname, "../../../src/estatus/store");

const takeIn = (home: Home) => recorded(home, (db) => takeInSpool(db, [home.estatus], []));
const spoolFiles = (home: Home) =>
  fs.readdirSync(home.estatus).filter((name) => name.startsWith("spool.jsonl"));

/** What taking in these lines without any trouble records. */
function undisturbed(lines: readonly unknown[]): Record<string, unknown> {
  using home = newHome();
  writeSpool(home.estatus, lines);
  takeIn(home);
  return recorded(home, everything);
}

/** Takes the spool in, in a process of its own. */
function takeInElsewhere(home: Home) {
  const text = `import { openStore } from ${JSON.stringify(`${source}/store.ts`)};
    import { takeInSpool } from ${JSON.stringify(`${source}/take-in-spool.ts`)};
    process.stdout.write("ready");
    takeInSpool(openStore(${JSON.stringify(home.estatus)}), [${JSON.stringify(home.estatus)}], []);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", text], {
    env: { ...process.env, ...compileCache },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += String(data)));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
  return { child, ready: once(child.stdout, "data"), ended };
}

test("Lines are taken in once and in order, from each folder, and the spool is gone", () => {
  using home = newHome();
  const lines = spooledLines(20);
  for (const line of lines)
    expect(appendToSpool([path.join(home.folder, "no/where\0"), home.estatus], line)).toBe(true);
  expect(takeIn(home)).toBe(lines.length);
  expect(takeIn(home)).toBe(0);
  expect(spoolFiles(home)).toEqual([]);
  const all = recorded(home, everything);
  expect(all).toEqual(undisturbed(lines));
  expect(all["outage"]).toHaveLength(10);
  expect(all["attempt"]).toHaveLength(10);
});

test("A last line that a power cut left half written is set aside, and what comes after it counts", () => {
  using home = newHome();
  const lines = spooledLines(6);
  writeSpool(home.estatus, lines.slice(0, 3));
  fs.appendFileSync(path.join(home.estatus, "spool.jsonl"), `\n${JSON.stringify(lines[3]).slice(0, 40)}`);
  for (const line of lines.slice(3)) appendToSpool([home.estatus], line);
  expect(takeIn(home)).toBe(lines.length);
  expect(recorded(home, everything)).toEqual(undisturbed(lines));
  expect(spoolFiles(home)).toEqual(["spool.jsonl.taking.unreadable"]);
});

test("A check killed anywhere while it takes the spool in loses and doubles nothing", async () => {
  const lines = spooledLines(200);
  const whole = undisturbed(lines);
  for (const delay of [0, 2, 4, 8, 12, 18]) {
    using home = newHome();
    writeSpool(home.estatus, lines);
    const { child, ready, ended } = takeInElsewhere(home);
    await ready;
    await sleep(delay);
    child.kill("SIGKILL");
    await ended;
    takeIn(home);
    expect(recorded(home, everything)).toEqual(whole);
    expect(spoolFiles(home)).toEqual([]);
  }
});

test("Killed after the lines were recorded and before the file was gone, they do not count again", () => {
  using home = newHome();
  const lines = spooledLines(10);
  writeSpool(home.estatus, lines);
  takeIn(home);
  // The file as that kill leaves it, with the ids that are kept until it is gone.
  writeSpool(home.estatus, lines);
  fs.renameSync(path.join(home.estatus, "spool.jsonl"), path.join(home.estatus, "spool.jsonl.taking"));
  recorded(home, (db) => {
    for (const { id } of lines) db.prepare("INSERT INTO taken_in (id, at) VALUES (?, 1)").run(id);
  });
  expect(takeIn(home)).toBe(0);
  expect(recorded(home, everything)).toEqual(undisturbed(lines));
  expect(spoolFiles(home)).toEqual([]);
});

test("Four checks that take it in at the same time take each line once", async () => {
  using home = newHome();
  const lines = spooledLines(200);
  writeSpool(home.estatus, lines);
  const all = await Promise.all(Array.from({ length: 4 }, () => takeInElsewhere(home).ended));
  for (const ended of all) expect(ended).toEqual({ code: 0, stderr: "" });
  expect(recorded(home, everything)).toEqual(undisturbed(lines));
});

test("A spool that is a link to another file is not written through; the next folder takes the line", () => {
  using home = newHome();
  const target = path.join(home.folder, "somebody's");
  fs.writeFileSync(target, "theirs");
  fs.symlinkSync(target, path.join(home.estatus, "spool.jsonl"));
  expect(appendToSpool([home.estatus, path.join(home.folder, "tmp")], spooledLines(1)[0]!)).toBe(true);
  expect(fs.readFileSync(target, "utf8")).toBe("theirs");
  expect(fs.readdirSync(path.join(home.folder, "tmp"))).toContain("spool.jsonl");
});

test.runIf(process.getuid?.() === 0)(
  "A folder of another user in the temporary folder's place is not used",
  () => {
    using home = newHome();
    const theirs = path.join(home.folder, "theirs");
    fs.mkdirSync(theirs, { mode: 0o777 });
    fs.chownSync(theirs, 65_534, 65_534);
    expect(appendToSpool([theirs], spooledLines(1)[0]!)).toBe(false);
    expect(fs.readdirSync(theirs)).toEqual([]);
  },
);

const good = spooledLines(1)[0] as unknown as { look: { moment: object; observation: object } };
const look = (change: object) => ({ ...good, id: "evil", look: { ...good.look, ...change } });
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["no JSON", "{"],
  ["null", "null"],
  ["a list", "[]"],
  ["a number", "7"],
  ["no content", { id: "evil", program: "Agenda" }],
  ["an id that is none", { ...good, id: 7 }],
  ["text for a time", look({ moment: { ...good.look.moment, at: "now" } })],
  ["the year 200,000", look({ moment: { ...good.look.moment, at: 6_248_000_000_000_000 } })],
  ["a time before all times", look({ moment: { ...good.look.moment, at: -1 } })],
  ["a clock with a fraction", look({ moment: { ...good.look.moment, elapsed: 0.5 } })],
  ["an object for a logon", look({ moment: { ...good.look.moment, loggedOnAt: {} } })],
  ["an unknown state", look({ observation: { ...good.look.observation, state: "fine" } })],
  ["an identity that is none", look({ observation: { ...good.look.observation, identity: {} } })],
  [
    "text for a heartbeat's time",
    look({ observation: { ...good.look.observation, heartbeat: { beatAt: "x", restored: null } } }),
  ],
  ["evidence that is none", look({ observation: { at: 1, state: "missing", evidence: { closed: 1 } } })],
  [
    "an attempt with a list for a pid",
    { id: "evil", program: "Agenda", attempt: { at: 1, pid: [], token: null, result: null, error: null } },
  ],
  ["ten thousand brackets", "[".repeat(10_000)],
  ["a megabyte", `"${"a".repeat(1_000_000)}"`],
];

test.for(HOSTILE)("A line that holds %s is set aside and does not hold up the others", ([, line]) => {
  using home = newHome();
  const lines = spooledLines(6);
  writeSpool(home.estatus, [...lines.slice(0, 3), line, ...lines.slice(3)]);
  expect(takeIn(home)).toBe(lines.length);
  expect(recorded(home, everything)).toEqual(undisturbed(lines));
  expect(spoolFiles(home)).toEqual(["spool.jsonl.taking.unreadable"]);
});
