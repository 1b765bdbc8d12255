import { expect, test } from "vitest";
import type { ListedProcess, Machine } from "../../src/estatus/adapters/ports.ts";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import { observe } from "../../src/estatus/observe.ts";
import { memory, noon, agenda, second } from "./core/knowing.ts";

const program = {
  name: "Agenda",
  executable: "/opt/Agenda",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};

type Run = { readonly pid: number; readonly from: number; readonly to: number };

/** A machine on which these processes ran, and whose list takes two seconds and is of its middle. UTC ms. */
function slowMachine(runs: readonly Run[]): Machine {
  let now = noon;
  const running = () => runs.filter(({ from, to }) => from <= now && now < to);
  const moment = () => {
    const elapsed = memory.elapsed + now - noon;
    return { at: now, bootId: "boot", elapsed, awake: elapsed, loggedOnAt: null };
  };
  const wanted = { names: ["Agenda"], paths: ["/opt/Agenda"], listedAs: ["Agenda"] };
  return {
    pathsIgnoreCase: false,
    moment,
    sessionEnding: () => false,
    live: (pid, { at }) => {
      const run = running().find((one) => one.pid === pid);
      if (run === undefined) return null;
      const startedAt = Math.min(run.from, at);
      const token = pid === agenda.pid ? agenda.token : `${run.from}@boot`;
      return { identity: { pid, token, startedAt }, age: at - startedAt };
    },
    list: async () => {
      now += second;
      const listed: ListedProcess[] = running().map(({ pid }) => ({ pid, name: "Agenda" }));
      now += second;
      return listed;
    },
    wanted: () => wanted,
    facts: ({ pid, name }) => ({ pid, ppid: 1, name, path: "/opt/Agenda", ownSession: true }),
    follow: () => {
      throw new Error("not in this test");
    },
    windowHung: () => false,
    askToClose: async () => false,
    runsAs: () => null,
    crashedAt: async () => null,
  };
}

const due = { ...memory, looksSinceListing: 9 };

test("a program that ends while the list is made is missing as of the end of the list, not of its beginning", async () => {
  const endedAt = noon + second / 2;
  const machine = slowMachine([{ pid: agenda.pid, from: agenda.startedAt, to: endedAt }]);
  const { observation, moment } = await observe(machine, program, due);
  expect(observation.state).toBe("missing");
  expect(observation.at).toBe(noon + 2 * second);
  expect(moment.at).toBe(observation.at);
});

test("a program that begins while the list is made began when it did", async () => {
  const startedAt = noon + second / 2;
  const machine = slowMachine([{ pid: 200, from: startedAt, to: Infinity }]);
  const { observation } = await observe(machine, program, memory);
  expect(observation).toMatchObject({ state: "up", identity: { pid: 200, startedAt }, age: 1_500 });
});

test("the remembered program that ends after it was listed is not called up at a later moment", async () => {
  const machine = slowMachine([{ pid: agenda.pid, from: agenda.startedAt, to: noon + 1.5 * second }]);
  expect((await observe(machine, program, due)).observation.state).toBe("missing");
});

test("a process that the list shows by two names of the program is one copy of it", async () => {
  const machine = slowMachine([{ pid: 200, from: noon, to: Infinity }]);
  const twice = {
    ...machine,
    list: async () => ["Agenda", "agenda-2.1"].map((name) => ({ pid: 200, name })),
    wanted: () => ({
      names: ["Agenda", "agenda-2.1"],
      paths: ["/opt/Agenda"],
      listedAs: ["Agenda", "agenda-2.1"],
    }),
  };
  expect((await observe(twice, program, null)).observation.state).toBe("up");
});

test("the remembered program is looked at closer only where another process may be a copy of it", async () => {
  const closer: number[] = [];
  const watched = (machine: Machine): Machine => ({
    ...machine,
    facts: (listed, wanted) => {
      closer.push(listed.pid);
      return machine.facts(listed, wanted);
    },
  });
  const remembered = { pid: agenda.pid, from: agenda.startedAt, to: Infinity };
  expect((await observe(watched(slowMachine([remembered])), program, due)).observation.state).toBe("up");
  expect(closer).toEqual([]);
  const copy = { pid: 200, from: noon - second, to: Infinity };
  const { observation } = await observe(watched(slowMachine([remembered, copy])), program, due);
  expect(observation).toMatchObject({ state: "duplicated", others: [{ pid: 200 }] });
  expect(closer).toEqual([agenda.pid, 200]);
});

/** The remembered pid is a process that the system does not let us look at. */
function refusing(error: Error): Machine {
  const machine = slowMachine([]);
  const live: Machine["live"] = (pid, moment) => {
    if (pid === agenda.pid) throw error;
    return machine.live(pid, moment);
  };
  return { ...machine, live };
}

test("A pid that belongs to the system by now is nobody's who was looked at before: the program is missing", async () => {
  const refused = Object.assign(new Error("error 5"), { code: "EACCES" });
  const { observation } = await observe(refusing(refused), program, memory);
  expect(observation.state).toBe("missing");
});

test("Where the system fails to answer, nobody can tell whether the program is there", async () => {
  const { observation } = await observe(refusing(new Error("error 1450")), program, memory);
  expect(observation).toMatchObject({ state: "unknown", reason: "error 1450" });
});
