import { expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { newHome } from "../../support/home.ts";

test("Help is all in the user's language, with what the library behind it adds by itself", async () => {
  using home = newHome();
  const env = { ESTATUS_LANG: "es" };
  const [all, report] = await Promise.all(
    [["--help"], ["report", "--help"]].map((args) => estatus(home.folder, args, { env })),
  );
  expect(all!.stdout).toContain("Uso: estatus [opciones] [orden]\n");
  expect(all!.stdout).toMatch(/^ {2}pause \[opciones\] <when> /m);
  expect(report!.stdout).toContain('(por defecto: "table")');
  expect(`${all!.stdout}${report!.stdout}`).not.toMatch(/options|command|default/i);
});

test("Help says all that an end of a report may be", async () => {
  using home = newHome();
  const { stdout } = await estatus(home.folder, ["report", "--help"]);
  expect(stdout).toMatch(/--until <T> +end: a duration back \(1d\), a date or an ISO time/);
});

test("The reason of a pause is where its help says it is", async () => {
  using home = newHome();
  const help = await estatus(home.folder, ["pause", "--help"]);
  expect(help.stdout).toMatch(/--reason <TEXT> +why, as status shows it/);
  await estatus(home.folder, ["pause", "2h", "--reason", "inventory"]);
  expect((await estatus(home.folder, ["status"])).stdout).toContain("(inventory)");
});
