import type { Db, Statement } from "./open.ts";

const statements = new WeakMap<Db, Map<string, Statement>>();

/**
 * A statement of this connection, prepared the first time it is asked for: for what every save runs, where preparing it anew
 * takes half as long as the disk, and what is done for each of many programs. Not to be iterated over, and always to be
 * plucked or never: whoever asks for the same text gets the same statement.
 */
export function prepared(db: Db, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  const statement = known.get(sql) ?? db.prepare(sql);
  statements.set(db, known.set(sql, statement));
  return statement;
}
