import { expect, test } from "vitest";
import type { Identity } from "../../../src/estatus/core/identity.ts";
import { giveLeaseBack, holdsLease, takeLease } from "../../../src/estatus/store/lease.ts";
import { newHome } from "../../support/home.ts";
import { recorded } from "../../support/recorded.ts";

const T = 1_800_000_000_000;
const MINUTE = 60_000;
const one: Identity = { pid: 11, token: "a", startedAt: T };
const two: Identity = { pid: 22, token: "b", startedAt: T };
const alive = () => true;
const dead = () => false;

test("The lease goes to one, and to the next when it is given back", () => {
  using home = newHome();
  recorded(home, (db) => {
    expect(takeLease(db, one, T, T + MINUTE, alive)).toBeNull();
    expect(takeLease(db, one, T + 1, T + MINUTE, alive)).toBeNull();
    expect(takeLease(db, two, T + 2, T + MINUTE, alive)).toBe(11);
    expect([holdsLease(db, one), holdsLease(db, two)]).toEqual([true, false]);
    giveLeaseBack(db, two);
    expect(takeLease(db, two, T + 3, T + MINUTE, alive)).toBe(11);
    giveLeaseBack(db, one);
    expect(takeLease(db, two, T + 4, T + MINUTE, alive)).toBeNull();
    expect([holdsLease(db, one), holdsLease(db, two)]).toEqual([false, true]);
  });
});

test.for([
  ["until it expires", T + MINUTE - 1, alive, 11],
  ["not from the instant it expires", T + MINUTE, alive, null],
  ["not when its holder is dead", T + 1, dead, null],
  ["also when the clock was set back a little", T - MINUTE, alive, 11],
  ["not when the clock was set back so far that no lease reaches there", T - 3 * MINUTE, alive, null],
] as const)("A lease is in force %s", ([, at, isAlive, holder]) => {
  using home = newHome();
  recorded(home, (db) => {
    takeLease(db, one, T, T + MINUTE, alive);
    expect(takeLease(db, two, at, at + MINUTE, isAlive)).toBe(holder);
  });
});

test("The holder is asked for by pid and token, so that a reused pid holds nothing", () => {
  using home = newHome();
  recorded(home, (db) => {
    takeLease(db, one, T, T + MINUTE, alive);
    expect(takeLease(db, two, T, T + MINUTE, (pid, token) => pid === 11 && token === "another")).toBeNull();
  });
});
