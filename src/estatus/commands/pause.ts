import { AppError } from "../../app-error.ts";
import { formatTime } from "../../locales/format.ts";
import { text } from "../../locales/pause.ts";
import { loadConfig, selectPrograms } from "../config/load.ts";
import { dataFolder } from "../config/paths.ts";
import { parseInstant } from "../core/instant.ts";
import { findProgram, programId } from "../store/programs.ts";
import { beginPause, endPauses } from "../store/pauses.ts";
import { writing } from "../store/store.ts";
import { hasStore } from "../store/store-file.ts";
import { withOwnStore } from "./own-store.ts";
import { localZone } from "../../local-zone.ts";
import { say } from "../../say.ts";

const LONGEST_MS = 366 * 86_400_000;

export type PauseOptions = { readonly config?: string; readonly program?: string; readonly reason?: string };

/** `estatus pause WHEN`: the user's word that a program may stay closed. Returns the exit code. */
export async function pause(when: string, options: PauseOptions): Promise<number> {
  const now = Date.now();
  const until = parseInstant(when, now, localZone, "future");
  if (until === null) throw new AppError("usage", text().badTime(when), text().badTimeHint);
  if (until <= now) throw new AppError("usage", text().past(when), text().pastHint);
  if (until > now + LONGEST_MS) throw new AppError("usage", text().tooLong(when), text().tooLongHint);

  const programs = selectPrograms(await loadConfig(options.config), options.program);
  const given = { startedAt: now, until, reason: options.reason ?? null };
  withOwnStore((db) =>
    writing(db, true, () => {
      for (const { name } of programs) beginPause(db, programId(db, name, now), given);
    }),
  );
  say(
    text().paused(
      programs.map(({ name }) => name),
      formatTime(until),
    ),
  );
  return 0;
}

/** `estatus resume`: ends what is paused. Returns the exit code; ending nothing is done too. */
export async function resume(options: Omit<PauseOptions, "reason">): Promise<number> {
  const programs = selectPrograms(await loadConfig(options.config), options.program);
  const names = programs.map(({ name }) => name);
  const ended = hasStore(dataFolder()) ? endPausesOf(names, Date.now()) : [];
  say(ended.length > 0 ? text().resumed(ended) : text().nothingPaused(names));
  return 0;
}

// What the store does not know was never paused, and is not to be known because of that.
function endPausesOf(names: readonly string[], now: number): string[] {
  return withOwnStore((db) =>
    writing(db, true, () =>
      names.filter((name) => {
        const id = findProgram(db, name);
        return id !== null && endPauses(db, id, now);
      }),
    ),
  );
}
