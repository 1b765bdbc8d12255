import { reasonOf } from "../../app-error.ts";
import { formatTime } from "../../locales/format.ts";
import { text } from "../../locales/doctor.ts";
import { reasonText } from "../../locales/reason.ts";
import { thisMachine } from "../adapters/machine.ts";
import { gapAfter } from "../core/policy.ts";
import { findProgram } from "../store/programs.ts";
import { readMemory } from "../store/sights.ts";
import type { Store } from "../store/store.ts";
import type { Memory } from "../core/memory.ts";
import { fromRecord } from "./from-record.ts";
import { failure, ok, warning, type Examine, type Examination, type Finding } from "./finding.ts";

/** Whether processes can be seen at all. */
export const examineProcesses: Examine = async () => {
  try {
    const machine = await thisMachine();
    const processes = await machine.list();
    return [ok("processes", text().processes(processes.length))];
  } catch (error) {
    return [failure("processes", text().noProcesses(reasonText(reasonOf(error))), text().noProcessesCure)];
  }
};

/** Whether checks come as often as they should, and what the last one saw of each program. */
export const examineChecks: Examine = (examination) => {
  const memories = readMemories(examination);
  return memories.flatMap(([name, memory]) => [
    schedule(name, memory, examination),
    ...(memory?.state === "duplicated"
      ? [warning(`copies:${name}`, text().copies(name), text().copiesCure)]
      : []),
    ...(memory?.state === "unknown"
      ? [warning(`seen:${name}`, text().unknown(name, reasonText(memory.reason ?? "")), text().unknownCure)]
      : []),
  ]);
};

function schedule(name: string, memory: Memory | null, { now }: Examination): Finding {
  const id = `schedule:${name}`;
  if (memory === null) return warning(id, text().neverChecked(name), text().scheduleCure(process.platform));
  if (now - memory.lookedAt > gapAfter(memory)) {
    return warning(
      id,
      text().overdue(name, formatTime(memory.lookedAt)),
      text().scheduleCure(process.platform),
    );
  }
  return ok(id, text().checked(name, formatTime(memory.lookedAt)));
}

function readMemories({ config, folder }: Examination): [string, Memory | null][] {
  const names = config?.programs.map((program) => program.name) ?? [];
  const memoryOf = (db: Store, name: string): [string, Memory | null] => {
    const id = findProgram(db, name);
    return [name, id === null ? null : readMemory(db, id)];
  };
  return fromRecord(
    folder,
    (db) => names.map((name) => memoryOf(db, name)),
    names.map((name) => [name, null]),
    [],
  );
}
