import { codeOf } from "../../../src/app-error.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";
import { readOpenOutage } from "../../../src/estatus/store/outages.ts";
import { programId } from "../../../src/estatus/store/programs.ts";
import { replayLook } from "../../../src/estatus/store/record.ts";
import { parseSpoolLine } from "../../../src/estatus/store/spool-line.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { spooledLines } from "../../estatus/store/spooled.ts";
import { must, type Target } from "../target.ts";

const db = openDatabase(":memory:");
migrate(db, "db/estatus");
// To prepare a statement takes longer than to run it.
const prepare = db.prepare.bind(db);
const prepared = new Map<string, ReturnType<typeof prepare>>();
db.prepare = ((sql: string) => {
  const statement = prepared.get(sql) ?? prepare(sql);
  prepared.set(sql, statement);
  return statement;
}) as typeof db.prepare;

const lines = spooledLines(6).map((line) => JSON.stringify(line));
const identity = { pid: 7, token: "1@boot", startedAt: 1_000 };
const evidence = { beatAt: 2_000, closed: { at: 3_000, reason: "quit" }, crashedAt: null };
const moment = { at: 1_795_341_605_000, bootId: "b", elapsed: 10, awake: 9, loggedOnAt: 5 };
const alive = { at: 6_000, identity, age: 10, heartbeat: { beatAt: 5, restored: '{"contacts":3}' } };
const looks = [
  { ...alive, state: "duplicated", others: [identity], predecessor: evidence },
  { ...alive, state: "hung", why: "heartbeat" },
  { at: 6_000, state: "missing", evidence },
  { at: 6_000, state: "unknown", reason: "no list" },
];
const ends = ["started_at", "ended_at"] as const;

/** Lines of the spool, as far as the database they are taken into; nothing is kept between inputs. */
export const spool: Target = {
  seeds: [
    lines.join("\n"),
    ...looks.map((observation) =>
      JSON.stringify({ id: "x", program: "p", look: { moment, listed: true, observation } }),
    ),
    `${lines[3]}\n${lines[4]}\n\n${lines[5]!.slice(0, 50)}`,
  ],
  words: [
    '"look":',
    '"attempt":',
    '"observation":',
    '"missing"',
    '"evidence":',
    "null",
    "\n",
    "{}",
    "[]",
    '"__proto__":',
  ],
  read(input) {
    const known = input
      .toString()
      .split("\n")
      .map(parseSpoolLine)
      .filter((line) => line !== null);
    if (known.length === 0) return "refused";
    db.exec("SAVEPOINT input");
    try {
      for (const line of known) {
        const id = programId(db, line.program, 1);
        if ("look" in line) replayLook(db, id, line.look, DEFAULT_POLICY);
        else must(readOpenOutage(db, id) !== undefined, "an attempt can be put with an outage");
      }
      for (const table of ["coverage", "gap", "outage"])
        for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
          for (const name of ends)
            if (typeof row[name] === "number")
              must(new Date(row[name]).toISOString() !== "", `${table}.${name} is a date`);
      return "read";
    } catch (error) {
      // The tables' own rules set a line aside that looks whole and contradicts itself.
      if (codeOf(error).startsWith("SQLITE_CONSTRAINT")) return "refused";
      throw error;
    } finally {
      db.exec("ROLLBACK TO input");
      db.exec("RELEASE input");
    }
  },
};
