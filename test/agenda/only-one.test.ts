import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { until } from "../support/until.ts";
import { enter, heartbeatIn, launch, newFolder } from "./launch.ts";

test("A second launch gets a fresh link from the first and ends with exit 0", async () => {
  using home = newFolder();
  await using first = launch(home.folder);
  const link = await first.firstLine;
  await using second = launch(home.folder);
  const { code, stdout } = await second.ended;
  expect(code).toBe(0);
  expect(new URL(stdout.trim()).origin).toBe(new URL(link).origin);
  expect(stdout.trim()).not.toBe(link);
  await enter(stdout.trim());
  expect(heartbeatIn(home.folder)).toMatchObject({ pid: first.pid, state: "running" });
});

test("Of five launches at the same instant exactly one stays", async () => {
  using home = newFolder();
  await using stack = new AsyncDisposableStack();
  const all = Array.from({ length: 5 }, () => stack.use(launch(home.folder)));
  const links = await Promise.all(all.map((one) => one.firstLine));
  expect(new Set(links.map((link) => new URL(link).port)).size).toBe(1);
  const { pid } = heartbeatIn(home.folder);
  const others = all.filter((one) => one.pid !== pid);
  expect(others).toHaveLength(4);
  for (const { code } of await Promise.all(others.map((one) => one.ended))) expect(code).toBe(0);
  await enter(links[0]!);
});

test("What a killed Agenda left behind, naming a pid and a port that others have now, stops nobody", async () => {
  using home = newFolder();
  await using other = launch(path.join(home.folder, "other"));
  const port = Number(new URL(await other.firstLine).port);
  const folder = path.join(home.folder, "mine");
  {
    await using killed = launch(folder);
    await killed.firstLine;
  }
  fs.writeFileSync(
    path.join(folder, "instance.json"),
    JSON.stringify({ port, secret: "of a launch that is over", answer: "nobody's" }),
  );
  await using mine = launch(folder);
  expect(Number(new URL(await mine.firstLine).port)).not.toBe(port);
  expect(heartbeatIn(folder)).toMatchObject({ pid: mine.pid, state: "running" });
});

test("Whoever has the port of a killed Agenda and answers in its place has no link of theirs opened", async () => {
  using home = newFolder();
  const answers: string[] = [];
  const impostor = createServer((request, response) => {
    answers.push(request.url!);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ link: "http://127.0.0.1:1/of-theirs" }));
  });
  await once(impostor.listen(0, "127.0.0.1"), "listening");
  await using _ = { [Symbol.asyncDispose]: async () => void impostor.close() };
  await using first = launch(home.folder);
  const link = await first.firstLine;
  const file = path.join(home.folder, "instance.json");
  const known = fs.readFileSync(file, "utf8");
  const { port } = impostor.address() as AddressInfo;
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(known), port }));
  await using second = launch(home.folder);
  await until("it was asked", () => answers.length > 1);
  fs.writeFileSync(file, known);
  expect(new URL(await second.firstLine).port).toBe(new URL(link).port);
});

test("A lock file that is damaged keeps nobody out, and is a lock again", async () => {
  using home = newFolder();
  fs.writeFileSync(
    path.join(home.folder, "lock.db"),
    "not a database at all, but long enough to be taken for one".repeat(100),
  );
  await using first = launch(home.folder);
  const link = await first.firstLine;
  await using second = launch(home.folder);
  expect((await second.ended).code).toBe(0);
  expect(new URL(await second.firstLine).port).toBe(new URL(link).port);
});
