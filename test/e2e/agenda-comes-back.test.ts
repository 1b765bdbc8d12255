import { expect, test } from "vitest";
import type { Page } from "../../src/agenda/api-types.ts";
import { heartbeatIn } from "../agenda/launch.ts";
import { check, outages, type ReportedOutage } from "../support/commands.ts";
import { configure } from "../support/guarded.ts";
import { guardedAgenda, visit } from "../support/guarded-agenda.ts";
import { newHome } from "../support/home.ts";
import { isAlive, kill, processesUnder } from "../support/processes.ts";
import { startProgram } from "../support/start-program.ts";
import { until } from "../support/until.ts";

const time = (text: string) => Date.parse(text);
const startOf = ({ earliest_start, latest_start }: ReportedOutage) => [
  time(earliest_start),
  time(latest_start),
];

test("Agenda is killed, the check brings it back with its contacts, and tells from when to when it was away", async () => {
  using home = newHome();
  configure(home, [guardedAgenda(home)]);
  const first = await check(home);
  expect(first).toMatchObject({ code: 1, programs: [{ state: "up", opened: { kind: "cold-start" } }] });
  const [pid] = [first.programs[0]!.pid!];
  await (await visit(home)).call("POST", "api/contacts", { name: "José Ñandú", phone: "600 111 222" });
  expect(await check(home)).toMatchObject({ code: 0, programs: [{ pid, reason: "up" }] });

  const beforeKill = Date.now();
  kill([pid]);
  await until("Agenda is gone", () => !isAlive(pid));
  const killed = Date.now();
  const second = await check(home);
  expect(second).toMatchObject({
    code: 1,
    stderr: "",
    programs: [
      { state: "up", action: "launch", attempt: { result: "survived" }, opened: { cause: "killed" } },
    ],
  });
  expect(processesUnder(home.folder)).toEqual([second.programs[0]!.pid]);
  expect(second.programs[0]!.pid).not.toBe(pid);
  const { contacts } = await (await visit(home)).call<Page>("GET", "api/contacts");
  expect(contacts).toMatchObject([{ name: "José Ñandú", phone: "600 111 222" }]);
  expect(await check(home)).toMatchObject({ code: 0 });

  const all = await outages(home, "Agenda");
  expect(all).toMatchObject([
    {
      kind: "missing",
      cause: "killed",
      ended_by: "estatus",
      attempts: [{ result: "survived", pid: second.programs[0]!.pid, error: null }],
      restored: { contacts: 1, draft: false, integrity: "ok", lost: 0 },
    },
  ]);
  const [earliest, latest] = startOf(all[0]!);
  expect(earliest).toBeLessThanOrEqual(killed);
  expect(latest).toBeGreaterThanOrEqual(beforeKill);
  expect(time(all[0]!.ended_at!)).toBeGreaterThanOrEqual(latest!);
});

test("Agenda is closed, and its receipt gives the start exactly and the cause", async () => {
  using home = newHome();
  configure(home, [guardedAgenda(home)]);
  const { programs } = await check(home);
  const pid = programs[0]!.pid!;
  kill([pid], "SIGTERM");
  await until("Agenda is gone", () => !isAlive(pid));
  const receipt = heartbeatIn(home.agenda);
  expect(receipt).toMatchObject({ state: "closed", reason: "quit" });
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ opened: { cause: "closed" } }] });
  expect(await check(home)).toMatchObject({ code: 0 });
  const closedAt = receipt["beat_at"];
  expect(await outages(home, "Agenda")).toMatchObject([
    {
      kind: "missing",
      cause: "closed",
      earliest_start: closedAt,
      latest_start: closedAt,
      ended_by: "estatus",
    },
  ]);
});

test("Somebody else reopens Agenda between two checks, and the outage nobody saw is told all the same", async () => {
  using home = newHome();
  configure(home, [guardedAgenda(home)]);
  const pid = (await check(home)).programs[0]!.pid!;
  kill([pid]);
  await until("Agenda is gone", () => !isAlive(pid));
  const { pid: reopened } = startProgram(guardedAgenda(home));
  await until("Agenda beats", () => heartbeatIn(home.agenda)["pid"] === reopened);
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ action: "nothing", pid: reopened }] });
  expect(await check(home)).toMatchObject({ code: 0 });
  expect(await outages(home, "Agenda")).toMatchObject([
    { kind: "restarted", ended_by: "someone-else", attempts: [] },
  ]);
});
