import fs from "node:fs";
import path from "node:path";
import type { Store } from "../../../src/estatus/store/store.ts";
import type { SpoolLine } from "../../../src/estatus/store/spool.ts";

const T = Date.UTC(2026, 10, 20);

/** What checks a minute apart would have spooled: the program is away at every second one, and back at the next. */
export function spooledLines(looks: number): SpoolLine[] {
  return Array.from({ length: looks }, (_, index) => [
    lookAt(index),
    ...(index % 2 === 1 ? [attemptAt(index)] : []),
  ])
    .flat()
    .map((content, index) => ({ id: `line-${index}`, program: "Agenda", ...content }));
}

function lookAt(index: number): Pick<Extract<SpoolLine, { look: unknown }>, "look"> {
  const at = T + index * 60_000;
  const moment = { at, bootId: "boot", elapsed: index * 60_000, awake: index * 60_000, loggedOnAt: null };
  const evidence = { beatAt: null, closed: null, crashedAt: null };
  const identity = { pid: 1_000 + index, token: `${index}@boot`, startedAt: at - 20_000 };
  return index % 2 === 1
    ? { look: { moment, listed: true, observation: { at, state: "missing", evidence } } }
    : {
        look: {
          moment,
          listed: true,
          observation: { at, state: "up", identity, age: 20_000, heartbeat: null },
        },
      };
}

function attemptAt(index: number): Pick<Extract<SpoolLine, { attempt: unknown }>, "attempt"> {
  return {
    attempt: {
      at: T + index * 60_000 + 1,
      pid: 1_001 + index,
      token: `${index + 1}@boot`,
      result: "survived",
      error: null,
    },
  };
}

export function writeSpool(folder: string, lines: readonly unknown[]): void {
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  fs.appendFileSync(path.join(folder, "spool.jsonl"), texts.map((text) => `\n${text}\n`).join(""));
}

/** All that was recorded, to be compared as a whole. */
export function everything(db: Store): Record<string, unknown> {
  const tables = ["program", "sight", "coverage", "gap", "outage", "attempt"];
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
  );
}
