import { expect, test } from "vitest";
import type { Memory } from "../../../src/estatus/core/memory.ts";
import { prolongSteady, readSteady, stampOf, writeSteady } from "../../../src/estatus/store/steady-file.ts";
import { agenda, memory, second } from "../core/knowing.ts";
import { newHome } from "../../support/home.ts";

/** What the file says of two programs after the vigil over Agenda saw it alive for `seen` ms after the look at `memory`. */
function prolonged(agendas: Memory, seen: number) {
  using home = newHome();
  const other: Memory = { ...memory, identity: { ...agenda, pid: 200 } };
  writeSteady(home.estatus, stampOf(home.estatus), { Agenda: agendas, Other: other });
  prolongSteady(home.estatus, [agenda], memory.elapsed + seen);
  const { programs } = readSteady(home.estatus)!;
  expect(programs["Other"]).toEqual(other);
  return programs["Agenda"];
}

test("a vigil's last sight of a program is the last sign of life of that very process, and of no other program", () => {
  const at = memory.checkedAt + 30 * second;
  expect(prolonged(memory, 30 * second)).toEqual({
    ...memory,
    elapsed: memory.elapsed + 30 * second,
    awake: memory.awake + 30 * second,
    lookedAt: at,
    checkedAt: at,
    aliveAt: at,
  });
  const replaced = { ...memory, identity: { ...agenda, token: "another" } };
  expect(prolonged(replaced, 30 * second)).toEqual(replaced);
});

test("where the store was written to since, what a vigil saw is kept, and the next check opens the store all the same", () => {
  using home = newHome();
  writeSteady(home.estatus, "of before", { Agenda: memory });
  prolongSteady(home.estatus, [agenda], memory.elapsed + 30 * second);
  expect(readSteady(home.estatus)).toMatchObject({
    store: "of before",
    programs: { Agenda: { checkedAt: memory.checkedAt + 30 * second } },
  });
});

test("where another check has looked since, its look is the last sign of life", () => {
  const { elapsed, checkedAt } = memory;
  const later = { ...memory, elapsed: elapsed + 20 * second, checkedAt: checkedAt + 20 * second };
  expect(prolonged(later, 30 * second)!.checkedAt).toBe(checkedAt + 30 * second);
  expect(prolonged(later, 10 * second)).toEqual(later);
});
