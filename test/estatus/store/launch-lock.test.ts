import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { takeLaunchLock } from "../../../src/estatus/store/launch-lock.ts";
import { compileCache } from "../../support/compile-cache.ts";
import { newHome } from "../../support/home.ts";

const module = path.join(import.meta.dirname, "../../../src/estatus/store/launch-lock.ts");

/** Holds the lock in a process of its own until it is killed. */
async function holdElsewhere(folder: string): Promise<() => Promise<unknown>> {
  const text = `import { takeLaunchLock } from ${JSON.stringify(module)};
    const lock = takeLaunchLock([${JSON.stringify(folder)}], "Agenda");
    process.stdout.write(lock === null ? "refused" : "held");
    setInterval(() => lock, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", text], {
    env: { ...process.env, ...compileCache },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  expect(String(said)).toBe("held");
  return () => (child.kill("SIGKILL"), once(child, "close"));
}

test("One process holds it, whatever the name's case, and the system takes it back from one that is killed", async () => {
  using home = newHome();
  const kill = await holdElsewhere(home.estatus);
  expect(takeLaunchLock([home.estatus], "AGENDA")).toBeNull();
  const other = takeLaunchLock([home.estatus], "Another");
  expect(other).not.toBeNull();
  other!.release();
  await kill();
  const lock = takeLaunchLock([home.estatus], "Agenda");
  expect(lock).not.toBeNull();
  expect(takeLaunchLock([home.estatus], "Agenda")).toBeNull();
  lock!.release();
  takeLaunchLock([home.estatus], "Agenda")!.release();
});

test("Where the first folder is no good the second one is taken, and where none is the program still comes first", () => {
  using home = newHome();
  const file = path.join(home.folder, "a file");
  fs.writeFileSync(file, "");
  const lock = takeLaunchLock([file, home.estatus], "Agenda");
  expect(takeLaunchLock([file, home.estatus], "Agenda")).toBeNull();
  lock!.release();
  expect(takeLaunchLock([file], "Agenda")).not.toBeNull();
});

test("A name of any characters makes a file in that folder and nowhere else", () => {
  using home = newHome();
  takeLaunchLock([home.estatus], "../../etc/pass:wd\\*?")!.release();
  expect(fs.readdirSync(home.estatus)).toHaveLength(1);
  expect(fs.readdirSync(home.folder).toSorted()).toEqual(["agenda", "estatus", "tmp"]);
});

test.for(["á", "a"])(
  "Two programs with long names of %j that differ at the end do not hold each other up",
  (letter) => {
    using home = newHome();
    const [one, other] = [1, 2].map((n) => takeLaunchLock([home.estatus], `${letter.repeat(99)}${n}`));
    expect(one).not.toBeNull();
    expect(other).not.toBeNull();
    for (const file of fs.readdirSync(home.estatus)) expect(file.length).toBeLessThan(130);
    for (const lock of [one, other]) lock!.release();
  },
);
