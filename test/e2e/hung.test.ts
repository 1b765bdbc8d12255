import { expect, test } from "vitest";
import { heartbeatFile } from "../support/heartbeat-file.ts";
import { check, outages } from "../support/commands.ts";
import { beater, configure } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { copiesOf, isAlive, kill } from "../support/processes.ts";
import { until } from "../support/until.ts";

/**
 * A program with a heartbeat that is up, and then stopped for so long that its heartbeat is stale. It beats ten times a
 * second, and on a busy machine less often by far: only a stopped one goes without for 5 s.
 */
async function stopped(home: Home, hungAction: "record" | "restart") {
  const program = { ...beater(home), hung_after: "5s", hung_action: hungAction };
  configure(home, [program]);
  const { code, programs } = await check(home);
  expect(code).toBe(1);
  const pid = programs[0]!.pid!;
  kill([pid], "SIGSTOP");
  // Read anew each time: what it had started goes on, and may bring a last beat into place after it was stopped.
  let lastBeat = 0;
  await until("it is old enough to be suspected", () => {
    lastBeat = heartbeatFile(program.heartbeat).beatAt;
    return Date.now() - lastBeat > 5_200;
  });
  return { program, pid, lastBeat };
}

test.concurrent("A stopped program is suspected twice, then recorded as hung, and its end is seen", async () => {
  using home = newHome();
  const { program, pid, lastBeat } = await stopped(home, "record");
  for (const _ of [1, 2]) {
    expect(await check(home)).toMatchObject({
      code: 0,
      programs: [{ state: "hung", reason: "suspected-hung" }],
    });
  }
  expect(await check(home)).toMatchObject({
    code: 2,
    programs: [{ reason: "hung", opened: { kind: "hung" } }],
  });
  expect(await check(home)).toMatchObject({ code: 2, programs: [{ reason: "hung", opened: null }] });
  expect(copiesOf(program.executable)).toEqual([pid]);
  kill([pid], "SIGCONT");
  // Its first beat may have been stopped half way, and be as old as the stop.
  await until("it beats again", () => Date.now() - heartbeatFile(program.heartbeat).beatAt < 2_000);
  expect(await check(home)).toMatchObject({ code: 1, programs: [{ state: "up", pid }] });
  const all = await outages(home, "Beater");
  expect(all).toMatchObject([{ kind: "hung", cause: "hung", ended_by: "someone-else", attempts: [] }]);
  expect(Date.parse(all[0]!.earliest_start)).toBe(lastBeat);
});

test.concurrent("With hung_action = restart the stopped program is ended and another launched", async () => {
  using home = newHome();
  const { program, pid } = await stopped(home, "restart");
  for (const _ of [1, 2]) expect(await check(home)).toMatchObject({ code: 0 });
  const third = await check(home);
  expect(third).toMatchObject({
    code: 1,
    programs: [{ reason: "restart-hung", attempt: { result: "survived" } }],
  });
  expect(isAlive(pid)).toBe(false);
  expect(copiesOf(program.executable, pid)).toEqual([third.programs[0]!.pid]);
  expect(await check(home)).toMatchObject({ code: 0 });
  expect(await outages(home, "Beater")).toMatchObject([
    {
      kind: "hung",
      cause: "hung",
      ended_by: "estatus",
      attempts: [{ result: "survived" }],
      restored: { contacts: 3 },
    },
  ]);
});
