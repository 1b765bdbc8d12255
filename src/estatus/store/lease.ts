import { sameIdentity, type Identity } from "../core/identity.ts";
import { writing, type Store } from "./store.ts";

type Row = { holder_pid: number; holder_token: string; expires_at: number };

/**
 * Takes the right to check until `expiresAt` (UTC ms). null where this check has it now; else the pid of the check that
 * holds it. A holder that is no longer alive, or whose time is up, holds nothing.
 */
export function takeLease(
  db: Store,
  self: Identity,
  at: number,
  expiresAt: number,
  isAlive: (pid: number, token: string) => boolean,
): number | null {
  return writing(db, false, () => {
    const row = db.prepare("SELECT holder_pid, holder_token, expires_at FROM lease").get() as Row | undefined;
    if (row !== undefined && inForce(row, self, at, expiresAt, isAlive)) return row.holder_pid;
    db.prepare(
      "INSERT OR REPLACE INTO lease (id, holder_pid, holder_token, expires_at) VALUES (1, ?, ?, ?)",
    ).run(self.pid, self.token, expiresAt);
    return null;
  });
}

function inForce(
  row: Row,
  self: Identity,
  at: number,
  expiresAt: number,
  isAlive: (pid: number, token: string) => boolean,
): boolean {
  if (sameIdentity(self, { pid: row.holder_pid, token: row.holder_token })) return false;
  // Further ahead than any lease of ours reaches: somebody set the clock back since.
  if (at >= row.expires_at || row.expires_at > expiresAt + 60_000) return false;
  return isAlive(row.holder_pid, row.holder_token);
}

/** Whether the lease is still this check's: a check that was held up may have lost it. */
export function holdsLease(db: Store, self: Identity): boolean {
  const row = db.prepare("SELECT holder_pid AS pid, holder_token AS token FROM lease").get();
  return sameIdentity(self, (row as { pid: number; token: string } | undefined) ?? null);
}

/** Lets another check have the lease; nothing where it is no longer this one's. */
export function giveLeaseBack(db: Store, self: Identity): void {
  writing(db, false, () =>
    db.prepare("DELETE FROM lease WHERE holder_pid = ? AND holder_token = ?").run(self.pid, self.token),
  );
}
