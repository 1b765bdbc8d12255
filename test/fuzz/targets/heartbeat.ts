import { isBeatOf, isStale } from "../../../src/estatus/core/stale.ts";
import { parseHeartbeat } from "../../../src/estatus/core/parse-heartbeat.ts";
import { parseSpoolLine } from "../../../src/estatus/store/spool-line.ts";
import { must, type Target } from "../target.ts";

const beat = {
  pid: 42,
  started_at: "2026-11-22T10:00:00.000Z",
  beat_at: 1_795_341_605_000,
  state: "running",
  reason: null,
  restored: { contacts: 3, from: ["a", null, true, 1.5] },
  previous: { pid: 41, beat_at: "2026-11-22T09:59:00+01:00", state: "closed", reason: "quit" },
};

/** The heartbeat a program keeps, from its text to the look that may have to be spooled. */
export const heartbeat: Target = {
  seeds: [
    JSON.stringify(beat),
    JSON.stringify({ ...beat, state: "closing", previous: null, restored: null, reason: "x".repeat(300) }),
    JSON.stringify({ ...beat, started_at: 1, beat_at: "20261122T100000Z[Europe/Madrid]" }, null, 2),
    "{}",
    "null",
  ],
  words: [
    '"pid":',
    '"beat_at":',
    '"started_at":',
    '"-000001-01-01T00:00Z"',
    '"+275760-09-13T00:00Z"',
    '{"a":1}',
    "__proto__",
  ],
  read(input) {
    const beat = parseHeartbeat(input.toString());
    if (beat === null) return "refused";
    const identity = { pid: beat.pid, token: "1@boot", startedAt: 0 };
    must(typeof isBeatOf(beat, identity) === "boolean", "a beat can be told to be of a process");
    isStale({ at: 0, age: 0, beatAt: beat.beatAt }, null, 60_000);
    for (const { beatAt, reason } of [beat, ...(beat.previous ? [beat.previous] : [])]) {
      must(new Date(beatAt).toISOString() !== "", "a beat has a date");
      must(reason === null || reason.length <= 200, "a reason is short");
    }
    // What a look saw must be whole again when it comes out of the spool.
    const moment = { at: 1, bootId: "boot", elapsed: 1, awake: 1, loggedOnAt: null };
    const restored = beat.restored && JSON.stringify(beat.restored);
    const up = { at: 1, state: "up", identity, age: 1, heartbeat: { beatAt: beat.beatAt, restored } };
    const closed = { at: beat.beatAt, reason: beat.reason ?? "" };
    const missing = { at: 1, state: "missing", evidence: { beatAt: beat.beatAt, closed, crashedAt: null } };
    for (const observation of [up, missing]) {
      const line = JSON.stringify({ id: "1", program: "a", look: { moment, listed: true, observation } });
      must(parseSpoolLine(line) !== null, "a look with this heartbeat can be spooled");
    }
    return "read";
  },
};
