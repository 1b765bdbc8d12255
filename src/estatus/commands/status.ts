import { loadConfig, selectPrograms, type Config } from "../config/load.ts";
import { dataFolder } from "../config/paths.ts";
import { print } from "../../say.ts";
import { isoOrNull } from "../../locales/format.ts";
import type { Times } from "../core/availability.ts";
import { timesBetween } from "../core/days.ts";
import { partition } from "../core/partition.ts";
import type { Memory, OpenOutage } from "../core/memory.ts";
import { readHistory, readPrograms } from "../store/history.ts";
import { openOwnStore } from "../store/open-own.ts";
import { readOpenOutage } from "../store/outages.ts";
import { activePause, type Pause } from "../store/pauses.ts";
import { findProgram } from "../store/programs.ts";
import { readMemory } from "../store/sights.ts";
import { hasStore } from "../store/store-file.ts";
import type { Store } from "../store/store.ts";
import { statusSentences } from "./status-text.ts";
import { readAudit } from "../task/audit-file.ts";
import type { TaskHealth } from "../task/health.ts";
import { taskJson, taskSentences } from "./status-task.ts";

/** What the record says of one program now. Times are UTC ms. */
export type ProgramStatus = {
  readonly program: string;
  readonly memory: Memory | null;
  readonly openOutage: OpenOutage | null;
  readonly pause: Pause | null;
  /** When the next check should come; null before the first. */
  readonly nextCheckAt: number | null;
  /** How today went, half an hour a stretch, up to now. */
  readonly today: readonly Times[];
};

/** `estatus status`: what the last check saw and what comes next; looks at no process itself. Returns the exit code. */
export async function status(options: {
  config?: string;
  program?: string;
  json?: boolean;
}): Promise<number> {
  const now = Date.now();
  const config = await loadConfig(options.config);
  const programs = selectPrograms(config, options.program);
  // Left open to the end of the process: closing it would bring its log into it and wait for the disk.
  const db = hasStore(dataFolder()) ? openOwnStore() : null;
  const statuses = programs.map(({ name }) => readStatus(db, name, now));
  const health = await healthOfTask(config, options.config);
  const audit = readAudit(dataFolder());
  const out = options.json
    ? JSON.stringify({ programs: statuses.map(statusJson), task: taskJson(health, audit) }, null, 2)
    : [...statuses.flatMap((each) => statusSentences(each, now)), ...taskSentences(health, audit)].join("\n");
  print(out);
  return 0;
}

// Elsewhere than on Windows nothing of this is loaded.
async function healthOfTask(config: Config, asked: string | undefined): Promise<TaskHealth> {
  if (process.platform !== "win32") return { state: "no-scheduler" };
  return await (await import("../task/health.ts")).taskHealth(config, dataFolder(), asked);
}

function readStatus(db: Store | null, name: string, now: number): ProgramStatus {
  const id = db && findProgram(db, name);
  if (db === null || id === null)
    return { program: name, memory: null, openOutage: null, pause: null, nextCheckAt: null, today: [] };
  const memory = readMemory(db, id);
  return {
    program: name,
    memory,
    openOutage: readOpenOutage(db, id),
    pause: activePause(db, id, now),
    nextCheckAt: memory === null ? null : memory.lookedAt + memory.interval,
    today: readToday(db, name, now),
  };
}

const HALF_HOUR_MS = 30 * 60_000;

function readToday(db: Store, name: string, now: number): Times[] {
  const program = readPrograms(db).find((one) => one.name.toLowerCase() === name.toLowerCase())!;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const count = Math.ceil((now - midnight) / HALF_HOUR_MS);
  const edges = Array.from({ length: count }, (_, half) => midnight + half * HALF_HOUR_MS);
  const window = { from: midnight, to: now };
  return timesBetween(partition(readHistory(db, program, window), window), [...edges, now]);
}

function statusJson({ program, memory, openOutage, pause, nextCheckAt }: ProgramStatus): unknown {
  const identity = memory?.state === "missing" ? null : (memory?.identity ?? null);
  return {
    program,
    state: memory?.state ?? null,
    reason: memory?.reason ?? null,
    pid: identity?.pid ?? null,
    started_at: isoOrNull(identity?.startedAt ?? null),
    last_check_at: isoOrNull(memory?.lookedAt ?? null),
    next_check_at: isoOrNull(nextCheckAt),
    watched_since: isoOrNull(memory?.coveredFrom ?? null),
    away_since: openOutage && {
      earliest: isoOrNull(openOutage.earliestStart),
      latest: isoOrNull(openOutage.latestStart),
    },
    attempts: openOutage?.attempts.length ?? 0,
    paused_until: isoOrNull(pause?.until ?? null),
  };
}
