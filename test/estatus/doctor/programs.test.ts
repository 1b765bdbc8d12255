import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Examination, Finding } from "../../../src/estatus/doctor/finding.ts";
import { examinePrograms } from "../../../src/estatus/doctor/programs.ts";
import { newHome } from "../../support/home.ts";
import { speak } from "../../../src/locales/language.ts";

afterEach(() => speak("en"));

async function findings(executable: string): Promise<readonly Finding[]> {
  const config = { programs: [{ name: "Till", executable, heartbeat: null }] };
  return await examinePrograms({ config, now: Date.now() } as unknown as Examination);
}

test.for([
  ["en", "each of its processes counts as Till", "Watch"],
  ["es", "cada uno de sus procesos cuenta como Till", "Vigile"],
] as const)(
  "Watching an interpreter itself is warned of, with what to watch instead, in %s",
  async ([lang, says, cure]) => {
    speak(lang);
    const [, warned, ...others] = await findings("/bin/sh");
    expect(others).toEqual([]);
    expect(warned).toMatchObject({ id: "interpreter:Till", level: "warning" });
    expect(warned!.sentence).toContain(says);
    expect(warned!.cure).toContain(cure);
  },
);

test("Watching a link to an interpreter is warned of too, and a script and any other program are not", async () => {
  using home = newHome();
  const [link, script] = ["till", "till.sh"].map((name) => path.join(home.folder, name)) as [string, string];
  fs.symlinkSync(process.execPath, link);
  fs.writeFileSync(script, "#!/bin/sh\n", { mode: 0o755 });
  const ids = async (file: string) => (await findings(file)).map(({ id }) => id);
  expect(await ids(link)).toEqual(["executable:Till", "interpreter:Till"]);
  expect(await ids(script)).toEqual(["executable:Till"]);
  expect(await ids("/bin/sleep")).toEqual(["executable:Till"]);
});

const examine = (...programs: readonly object[]) =>
  examinePrograms({ config: { programs }, now: Date.now() } as unknown as Examination);

test("Two programs that links lead to one file are warned of, each of the other", async () => {
  using home = newHome();
  const [one, other] = ["one", "other"].map((name) => path.join(home.folder, name)) as [string, string];
  fs.copyFileSync("/bin/sleep", one);
  fs.symlinkSync(one, other);
  const found = await examine(
    { name: "One", executable: one, heartbeat: null },
    { name: "Other", executable: other, heartbeat: null },
    { name: "Third", executable: "/bin/sleep", heartbeat: null },
  );
  expect(found.filter(({ level }) => level === "warning").map(({ id }) => id)).toEqual([
    "same-executable:One",
    "same-executable:Other",
  ]);
});

test.for([
  [9_000, 1],
  [10_000, 0],
] as const)(
  "A program that is taken for hung %i ms after a beat is warned of %i times",
  async ([hungAfter, times]) => {
    const program = {
      name: "Till",
      executable: "/bin/sleep",
      heartbeat: "/nowhere.json",
      policy: { hungAfter },
    };
    const found = await examine(program);
    expect(found.filter(({ id }) => id === "hung-after:Till")).toHaveLength(times);
  },
);
