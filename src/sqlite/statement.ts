import type { Db } from "./open.ts";

const prepare = (db: Db, sql: string) => db.prepare<unknown[]>(sql);

type Statement = ReturnType<typeof prepare>;

const prepared = new WeakMap<Db, Map<string, Statement>>();

/**
 * A statement that is prepared once for each connection: what every save runs, where preparing it anew takes half
 * as long as the disk. Not for `pluck` or `raw`, which would hold for whoever asks for the same words next.
 */
export function statement(db: Db, sql: string): Statement {
  let ofDb = prepared.get(db);
  if (!ofDb) prepared.set(db, (ofDb = new Map()));
  let found = ofDb.get(sql);
  if (!found) ofDb.set(sql, (found = prepare(db, sql)));
  return found;
}
