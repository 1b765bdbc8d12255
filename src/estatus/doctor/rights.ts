import { text } from "../../locales/rights.ts";
import { isCandidate, mayBe } from "../core/match.ts";
import type { Program } from "../program.ts";
import { ok, warning, type Examine, type Finding } from "./finding.ts";

/** Whether each watched program runs with what the user would get by a double click. Only Windows has the question. */
export const examineRights: Examine = async ({ config }) => {
  if (config === null || process.platform !== "win32") return [];
  const { thisMachine } = await import("../adapters/machine.ts");
  const { loadWindows } = await import("../adapters/windows-library.ts");
  const { processQuestions } = await import("../adapters/windows-process.ts");
  const { tokenQuestions } = await import("../adapters/windows-token.ts");
  const machine = await thisMachine();
  const windows = await loadWindows();
  const processes = processQuestions(windows);
  const { elevated } = tokenQuestions(windows, processes);
  const listed = await machine.list();
  return config.programs.flatMap((program) => {
    const wanted = machine.wanted(program.executable);
    return listed
      .filter((each) => mayBe(each.name, wanted))
      .map((each) => machine.facts(each, wanted))
      .filter((facts) => facts !== null && isCandidate(facts, wanted, machine.pathsIgnoreCase))
      .flatMap((facts) => {
        const { pid } = facts!;
        return rightsFindings(program, { priority: processes.priorityOf(pid), elevated: elevated(pid) });
      });
  });
};

/** What differs from a double click, as findings. What Windows would not say is not held against it. */
export function rightsFindings(
  { name }: Pick<Program, "name">,
  rights: { readonly priority: string; readonly elevated: boolean | null },
): Finding[] {
  const id = `rights:${name}`;
  const found: Finding[] = [];
  if (rights.elevated) found.push(warning(id, text().elevated(name), text().elevatedCure));
  if (!["normal", "unknown"].includes(rights.priority)) {
    found.push(warning(id, text().priority(name, rights.priority), text().priorityCure));
  }
  return found.length > 0 ? found : [ok(id, text().asUsual(name))];
}
