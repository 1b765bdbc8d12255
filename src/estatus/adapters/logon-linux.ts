import fs from "node:fs";

/** When this user's session began, as systemd-logind keeps it, in UTC ms; null where there is none. */
export function readLogonTime(session: string | undefined = process.env["XDG_SESSION_ID"]): number | null {
  if (!session || !/^\w+$/.test(session)) return null;
  try {
    const microseconds = /^REALTIME=(\d+)/m.exec(
      fs.readFileSync(`/run/systemd/sessions/${session}`, "utf8"),
    )?.[1];
    return microseconds === undefined ? null : Math.floor(Number(microseconds) / 1_000);
  } catch {
    return null;
  }
}
