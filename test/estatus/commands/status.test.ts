import { expect, test } from "vitest";
import { estatus } from "../../support/estatus.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

test("The next check is due when a watch makes it, also where the configuration has checks follow sooner", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  await estatus(home.folder, ["watch", "--every", "1h", "--for", "1s"]);
  const { stdout } = await estatus(home.folder, ["status", "--json"]);
  const [program] = JSON.parse(stdout).programs;
  expect(Date.parse(program.next_check_at) - Date.parse(program.last_check_at)).toBe(3_600_000);
});
