import { AppError } from "../../app-error.ts";
import { durationText } from "../../locales/duration.ts";
import { text } from "../../locales/watch.ts";
import { after } from "../adapters/after.ts";
import { startTicker } from "../adapters/ticker.ts";
import { say as write } from "../../say.ts";
import { loadConfig, selectPrograms } from "../config/load.ts";
import type { Identity } from "../core/identity.ts";
import type { CheckReport } from "../cycle.ts";
import { freeGarbage, neverOptimize } from "../stay-small.ts";
import { startVigil } from "../vigil.ts";
import { auditTaskOnWindows, checkPorts, sayReport } from "./check.ts";
import { loggedCheck } from "./logged-check.ts";

export type WatchOptions = {
  readonly config?: string;
  readonly program?: string;
  /** ms */
  readonly every?: number;
  /** ms */
  readonly for?: number;
};

const MINUTE = 60_000;

/** `estatus watch`: checks in the foreground until `--for` is over or a signal comes. Returns the exit code. */
export async function watch(options: WatchOptions): Promise<number> {
  const config = await loadConfig(options.config);
  const every = options.every ?? config.interval;
  if (every < 1_000) throw new AppError("usage", text().tooShort(durationText(every)), text().tooShortHint);
  // The accounting must know how far apart the checks are, or it would take every pause between them for a gap.
  const programs = selectPrograms(config, options.program).map((program) => ({
    ...program,
    policy: {
      ...program.policy,
      interval: Math.max(every, program.policy.interval),
      // A list costs a hundred looks: it is made once a minute at most.
      listEvery: Math.max(program.policy.listEvery, Math.ceil(MINUTE / every)),
    },
  }));

  neverOptimize();
  const say = lines();
  say(text().begins(durationText(every)));
  const ports = await checkPorts(say);
  const vigil = startVigil(ports.machine, () => ticker.lookNow());
  const ticker = startTicker(every, async () => {
    const report = await loggedCheck({ ...ports, lastSeen: vigil.pause() }, programs);
    sayReport(report, programs, say);
    freeGarbage();
    await vigil.keep(seenAlive(report), ports.machine.moment());
  });
  const callOff = options.for === undefined ? () => {} : after(options.for, ticker.stop);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, ticker.stop);
  try {
    await ticker.done;
  } finally {
    await vigil.end();
    callOff();
  }
  await auditTaskOnWindows(config, options.config, say);
  return 0;
}

function seenAlive({ programs }: CheckReport): Identity[] {
  return programs.flatMap(({ observation }) => ("identity" in observation ? [observation.identity] : []));
}

// Ten thousand times "is up" tells nobody anything: a line is said when it is not the one before it.
function lines(): (line: string) => void {
  let last = "";
  return (line) => {
    if (line !== last) write(line);
    last = line;
  };
}
