import { expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

test("doctor speaks the language of whoever reads it, and to a script always the same", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const ask = (words: readonly string[], lang: string) =>
    estatus(home.folder, ["doctor", ...words], { env: { ESTATUS_LANG: lang } });
  const [inEnglish, inSpanish] = [await ask(["--json"], "en"), await ask(["--json"], "es")];
  // The room on the disk and the number of processes are never twice the same.
  const told = ({ stdout }: { stdout: string }) =>
    JSON.parse(stdout.replaceAll(/\d+ (MB|processes)/g, "$1")) as unknown;
  expect(told(inSpanish)).toEqual(told(inEnglish));
  expect((await ask([], "en")).stdout).toContain("No check has looked at Guarded yet.");
  expect((await ask([], "es")).stdout).toContain("Guarded todavía no se ha revisado.");
});
