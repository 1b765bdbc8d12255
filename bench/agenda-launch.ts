import fs from "node:fs";
import path from "node:path";
import { pageSize } from "../src/agenda/list-page.ts";
import { enter } from "../test/agenda/launch.ts";
import { launchProgram } from "./harness/agenda.ts";
import { median } from "./harness/figures.ts";
import { fill } from "./harness/many-contacts.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { newStage } from "./harness/stage.ts";

/** From the launch of Agenda to its restored list, whatever the number of contacts. */
export const agendaLaunch: Group = { name: "agenda-launch", needs: [], run: toRestoredList };

async function toRestoredList({ short, say }: Bench): Promise<Row[]> {
  using stage = newStage();
  const sizes = short ? [0, 1_000] : [0, 1_000, 1_000_000];
  const folders = sizes.map((size) => {
    const folder = path.join(stage.agenda, String(size));
    fs.mkdirSync(folder, { recursive: true });
    say(`filling ${size}`);
    fill(folder, size);
    return folder;
  });
  const runs = short ? 2 : 15;
  const times = sizes.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [at, folder] of folders.entries()) times[at]!.push(await once(folder));
  }
  const [none, ...others] = times.map(median);
  return [
    { what: "launch to restored list, no contact", unit: "ms", ours: none!, runs },
    ...others.map((ours, at): Row => ({
      what: `launch to restored list, ${sizes[at + 1]!.toLocaleString("en")} contacts`,
      unit: "ms",
      ours,
      peer: { name: "itself with none", value: none! },
      goal: { atMost: 1.2, of: "ratio" },
      runs,
    })),
  ];
}

// What the page asks for before it draws: its state, and the stretch of the list that was last on screen.
async function once(folder: string): Promise<number> {
  const began = performance.now();
  await using agenda = launchProgram(folder);
  const page = await enter(await agenda.firstLine);
  const { view } = await page.call<{ view: { scroll: { index: number } } }>("GET", "api/state");
  const offset = Math.floor(view.scroll.index / pageSize) * pageSize;
  await page.call("GET", `api/contacts?search=&sort=name&offset=${offset}&limit=${pageSize}`);
  return performance.now() - began;
}
