import { CLOCK_ERROR_MS } from "../support/clock-error.ts";
import { report } from "../support/commands.ts";
import { heartbeatIn } from "../agenda/launch.ts";
import { recorded } from "../support/recorded.ts";
import { processesOf } from "../support/processes.ts";
import type { Expected, World } from "./world.ts";

type Row = {
  id: number;
  program: string;
  kind: string;
  cause: string;
  earliest: number;
  latest: number;
  ended: number | null;
  open_attempts: number;
};

const ROWS = `
  SELECT outage.id, program.name AS program, kind, cause, earliest_start AS earliest, latest_start AS latest,
    ended_at AS ended, (SELECT count(*) FROM attempt WHERE outage_id = outage.id AND result IS NULL) AS open_attempts
  FROM outage JOIN program ON program.id = program_id WHERE outage.id > ? ORDER BY outage.id`;

/** Compares what is recorded with what must be; throws at the first difference. */
export async function verify(world: World): Promise<void> {
  for (const { name, executable } of [world.agenda, world.plain]) {
    if (processesOf(executable).length !== 1) throw new Error(`${name} is not up`);
  }
  const rows = recorded(world.home, (db) => db.prepare(ROWS).all(world.known)) as Row[];
  const told = JSON.stringify({ expected: world.expected, rows });
  if (rows.length !== world.expected.length) throw new Error(`outages lost or doubled: ${told}`);
  for (const row of rows) {
    const expected = world.expected.findIndex((one) => matches(row, one));
    if (expected === -1) throw new Error(`an outage that was not like this: ${told}`);
    world.expected.splice(expected, 1);
  }
  world.counts.outages += rows.length;
  world.known = rows.at(-1)?.id ?? world.known;
  if (heartbeatIn(world.home.agenda)["pid"] !== processesOf(world.agenda.executable)[0])
    throw new Error("the heartbeat is not of the Agenda that runs");
  const { restored } = heartbeatIn(world.home.agenda) as { restored: { contacts: number; lost: number } };
  if (restored.contacts !== world.contactsAtStart || restored.lost !== 0)
    throw new Error(`${world.contactsAtStart} contacts went, and came back as ${JSON.stringify(restored)}`);
}

function matches(row: Row, { program, from, to, kinds, causes }: Expected): boolean {
  return (
    row.program === program &&
    kinds.includes(row.kind) &&
    (causes ?? [row.cause]).includes(row.cause) &&
    row.ended !== null &&
    row.open_attempts === 0 &&
    row.earliest <= to + CLOCK_ERROR_MS &&
    row.latest >= from - CLOCK_ERROR_MS
  );
}

/** The report's figures may be anything but nonsense. */
export async function verifyReport(world: World): Promise<void> {
  for (const { name } of [world.agenda, world.plain]) {
    const { seconds, outages } = await report(world.home, name);
    const negative = Object.values(seconds).some((value) => value < 0);
    const long = outages.some(
      ({ duration_seconds: { min, max } }) => min < 0 || max < min || max > 4 * 3_600,
    );
    if (negative || long) throw new Error(`the report cannot be: ${JSON.stringify({ seconds, outages })}`);
  }
}
