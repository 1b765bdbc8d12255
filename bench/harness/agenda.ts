import { hostExecutable } from "../../packaging/paths.ts";
import { launchFrom, type Launched } from "../../test/agenda/launch.ts";

/** Starts the shipped Agenda without a window. */
export function launchProgram(folder: string): Launched {
  return launchFrom([hostExecutable("Agenda"), "--no-window"], folder);
}
