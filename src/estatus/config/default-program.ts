import path from "node:path";
import { isSea } from "node:sea";
import { builtFolder } from "../../built-folder.ts";
import { hasDesktop } from "../../has-desktop.ts";
import { agendaFolder } from "../../user-folders.ts";
import { DEFAULT_POLICY } from "../core/policy.ts";
import type { Program } from "../program.ts";

/** What is watched without a configuration: the Agenda that was shipped beside this checker. */
export function defaultProgram(): Program {
  return {
    name: "Agenda",
    executable: path.join(programFolder(), process.platform === "win32" ? "Agenda.exe" : "Agenda"),
    arguments: hasDesktop() ? [] : ["--no-window"],
    heartbeat: path.join(agendaFolder(), "alive.json"),
    policy: DEFAULT_POLICY,
  };
}

function programFolder(): string {
  return isSea() ? path.dirname(process.execPath) : builtFolder();
}
