import { enter } from "../test/agenda/launch.ts";
import { launchProgram } from "./harness/agenda.ts";
import { quantile } from "./harness/figures.ts";
import { fill, numbers, people } from "./harness/many-contacts.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import { newStage } from "./harness/stage.ts";

/** Search as you type among a million: what each keystroke costs up to the server's answer. */
export const agendaSearch: Group = { name: "agenda-search", needs: [], run: keystrokes };

async function keystrokes({ short, say }: Bench): Promise<Row[]> {
  using stage = newStage();
  const size = short ? 2_000 : 1_000_000;
  say(`filling ${size}`);
  fill(stage.agenda, size);
  await using agenda = launchProgram(stage.agenda);
  const page = await enter(await agenda.firstLine);
  // The order of names, and what searches begin with, are read in the first seconds in which nobody asks for anything.
  await new Promise((resolve) => setTimeout(resolve, short ? 3_000 : 10_000));
  const typed = searches(size, short ? 5 : 60);
  const server: number[] = [];
  for (const search of typed) {
    const began = performance.now();
    await page.call("GET", `api/contacts?limit=60&search=${encodeURIComponent(search)}`);
    server.push(performance.now() - began);
  }
  const words = `${size.toLocaleString("en")} contacts`;
  const row = (what: string, figures: number[], share: number, atMost?: number): Row => ({
    what: `${what}, ${words}, p${share * 100}`,
    unit: "ms",
    ours: quantile(figures, share),
    ...(atMost === undefined ? {} : { goal: { atMost, of: "value" } }),
    runs: figures.length,
  });
  return [row("keystroke to answer", server, 0.5), row("keystroke to answer", server, 0.95, 16)];
}

// What people type who look for somebody: a name, a surname, a number, letter by letter.
function searches(size: number, count: number): string[] {
  const random = numbers(7);
  const all = people(size);
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)]!).flatMap((one, at) => {
    const whole = [one.name, one.name.split(" ")[1]!, one.phone][at % 3]!.toLowerCase();
    return Array.from({ length: Math.min(whole.length, 12) }, (_, length) => whole.slice(0, length + 1));
  });
}
