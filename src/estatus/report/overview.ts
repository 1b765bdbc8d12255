import { language } from "../../locales/language.ts";
import { text } from "../../locales/report.ts";
import type { Sums } from "../core/total.ts";
import { percent } from "./percent.ts";
import { printable } from "./printable.ts";
import type { ProgramReport, Report } from "./program-report.ts";

const NAME = 18;

/** A program on all machines and on each, a row of figures apiece, under a row of titles. */
export function overviewRows({ programs, totals }: Report<ProgramReport>): string[][] {
  const { program, machine, up, watched, bounds, failures } = text().overviewColumns;
  const rows = totals.flatMap((total) => {
    const each = programs.filter((one) => one.program.toLowerCase() === total.program.toLowerCase());
    return [
      [cut(total.program), text().machines(total.machines), ...cells(total.figures)],
      ...each.map((one) => ["", cut(one.machine ?? ""), ...cells(one.figures)]),
    ];
  });
  const alone = programs.filter(
    (one) => !totals.some((total) => total.program.toLowerCase() === one.program.toLowerCase()),
  );
  const others = alone.map((one) => [cut(one.program), cut(one.machine ?? ""), ...cells(one.figures)]);
  return [[program, machine, up, watched, bounds, failures], ...rows, ...others];
}

/** What a program is called in a headline: with its machine, where it is another's. */
export function nameOf({ program, machine }: ProgramReport): string {
  return machine === null ? program : text().programOn(program, machine);
}

function cells({ availability, failures }: Sums): string[] {
  const { known, coverage, lower, upper } = availability;
  const share = (value: number | null) => (value === null ? "—" : percent(value, language()));
  return [
    share(known),
    share(coverage),
    lower === null ? "—" : `${share(lower)}–${share(upper)}`,
    String(failures),
  ].map((cell) => cell.replaceAll("\u00a0", " "));
}

function cut(name: string): string {
  const characters = [...printable(name)];
  return characters.length <= NAME ? characters.join("") : `${characters.slice(0, NAME - 1).join("")}…`;
}
