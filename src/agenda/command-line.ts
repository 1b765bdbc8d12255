import { AppError } from "../app-error.ts";
import { addCommand, newCommand, runCommand } from "../command.ts";
import { text } from "../locales/agenda.ts";
import { text as commandText } from "../locales/command.ts";
import { dataFolder } from "./data-folder.ts";
import type { RunOptions } from "./run.ts";

type Flags = { readonly window: boolean; readonly port: number; readonly data?: string };

type FileFlags = { readonly data?: string; readonly preview?: boolean };

/** Understands `args` and does what they ask; `open` opens the contacts. Returns the exit code. */
export async function runCommandLine(
  args: readonly string[],
  open: (options: Omit<RunOptions, "say">) => Promise<number>,
): Promise<number> {
  const words = text().help;
  let code = 0;
  const agenda = newCommand("agenda", words.agenda)
    .option("--no-window", words.noWindow)
    .option("--port <N>", words.port, portNumber, 0)
    .option("--data <DIR>", words.data)
    .addHelpText("after", `\n${commandText().example}\n  agenda --no-window --data ./mis-contactos`)
    .action(async ({ window, port, data }: Flags) => {
      code = await open({ folder: dataFolder(data), port, window });
    });
  const folderOf = ({ data }: FileFlags) => dataFolder(data ?? agenda.opts<Flags>().data);
  addCommand(agenda, "import", words.import, "agenda import contactos.pickle --preview")
    .argument("<file>")
    .option("--preview", words.preview)
    .option("--data <DIR>", words.data)
    .action(async (file: string, flags: FileFlags) => {
      const { importCommand } = await import("./import/command.ts");
      code = await importCommand(file, { folder: folderOf(flags), preview: flags.preview === true });
    });
  addCommand(agenda, "export", words.export, "agenda export contactos.csv")
    .argument("<file>")
    .option("--data <DIR>", words.data)
    .action(async (file: string, flags: FileFlags) => {
      const { exportCommand } = await import("./export/command.ts");
      code = await exportCommand(file, folderOf(flags));
    });
  return runCommand(agenda, args, () => code);
}

function portNumber(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new AppError("usage", text().badPort(given), text().badPortHint);
}
