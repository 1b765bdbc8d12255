import fs from "node:fs";
import path from "node:path";
import type { Home } from "./home.ts";

/** One `[[program]]` of a test, in the configuration's own words. */
export type Guarded = {
  readonly name: string;
  readonly executable: string;
  readonly arguments?: readonly string[];
  readonly heartbeat?: string;
  readonly survive?: string;
  readonly backoff_cap?: string;
  readonly stable_after?: string;
  readonly hung_after?: string;
  readonly hung_action?: "record" | "restart";
};

/** Writes the configuration that watches `programs`; each proves itself in 300 ms unless it says otherwise. */
export function configure(home: Home, programs: readonly Guarded[], interval = "1m"): void {
  const tables = programs.map((program) =>
    Object.entries({ survive: "300ms", ...program })
      .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
      .join("\n"),
  );
  const text = [
    `interval = ${JSON.stringify(interval)}`,
    ...tables.map((table) => `[[program]]\n${table}`),
  ].join("\n\n");
  fs.writeFileSync(path.join(home.estatus, "estatus.toml"), `${text}\n`);
}

/** A real program that does nothing for `seconds` and then ends: the system's `sleep` under another name. */
export function sleeper(home: Home, name = "Guarded", seconds = 1_000): Guarded {
  const executable = path.join(home.folder, name);
  if (!fs.existsSync(executable)) fs.copyFileSync("/bin/sleep", executable);
  return { name, executable, arguments: [String(seconds)] };
}

/** A program that is a shell script. */
export function script(home: Home, name: string, text: string, mode = 0o755): Guarded {
  const executable = path.join(home.folder, name);
  fs.writeFileSync(executable, `#!/bin/sh\n${text}\n`, { mode });
  return { name, executable };
}

/** A program that keeps a heartbeat every 100 ms, and leaves a receipt when it is asked to end. */
export function beater(home: Home, name = "Beater"): Guarded & { readonly heartbeat: string } {
  const heartbeat = path.join(home.folder, `${name}.json`);
  const text = `
started=$(date -u +%FT%T.%3NZ)
beat() {
  echo '{"pid":'$$',"started_at":"'$started'","beat_at":"'$(date -u +%FT%T.%3NZ)'",'"$1"',"restored":{"contacts":3}}' \\
    > '${heartbeat}.new' && mv '${heartbeat}.new' '${heartbeat}'
}
trap 'beat "\\"state\\":\\"closed\\",\\"reason\\":\\"quit\\""; exit 0' TERM
while :; do beat '"state":"running"'; sleep 0.1; done`;
  return { ...script(home, name, text), heartbeat };
}
