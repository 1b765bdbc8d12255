import fs from "node:fs";

/** What a heartbeat file says now; the time in UTC ms. */
export function heartbeatFile(file: string): { readonly pid: number; readonly beatAt: number } {
  const { pid, beat_at: beatAt } = JSON.parse(fs.readFileSync(file, "utf8")) as {
    pid: number;
    beat_at: string;
  };
  return { pid, beatAt: Date.parse(beatAt) };
}
