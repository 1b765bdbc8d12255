import fs from "node:fs";
import path from "node:path";
import { enter, launch, type Guest } from "../agenda/launch.ts";
import type { Guarded } from "./guarded.ts";
import type { Home } from "./home.ts";

const built = path.join(import.meta.dirname, "../../dist/linux");

/** The built Agenda as a program of this home; it proves itself in a second. */
export function guardedAgenda(home: Home): Guarded & { readonly heartbeat: string } {
  return {
    name: "Agenda",
    executable: copyOfBuilt(home),
    arguments: ["--no-window", "--data", home.agenda],
    heartbeat: path.join(home.agenda, "alive.json"),
    survive: "1s",
  };
}

// Another file is another program, which a link would not be: an Agenda that somebody runs from dist/ (`npm start` leaves
// one) is none of this home's.
function copyOfBuilt(home: Home): string {
  const executable = path.join(home.folder, "Agenda");
  if (fs.existsSync(executable)) return executable;
  fs.copyFileSync(path.join(built, "Agenda"), executable);
  fs.symlinkSync(path.join(built, "native"), path.join(home.folder, "native"));
  return executable;
}

/** A guest of the Agenda that runs: a second launch is given a link to the first. */
export async function visit(home: Home): Promise<Guest> {
  await using second = launch(home.agenda);
  return await enter(await second.firstLine);
}
