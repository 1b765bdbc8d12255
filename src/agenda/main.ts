import type { Asked } from "./arguments.ts";
import { dataFolder } from "./data-folder.ts";

/** Gives the exit code: 0 done, 1 failed, 2 bad usage. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = await understand(args);
    if (asked.kind === "told") return tell(asked);
    if (asked.kind === "import") {
      const { importCommand } = await import("./import/command.ts");
      return await importCommand(asked.file, asked.options);
    }
    if (asked.kind === "export") {
      const { exportCommand } = await import("./export/command.ts");
      return await exportCommand(asked.file, asked.options);
    }
    const { run } = await import("./run.ts");
    const end = await run({ ...asked.options, say: (line) => write(process.stdout, line) });
    if (end?.reason === "crashed") throw end.error;
    return 0;
  } catch (error) {
    const { refusalOf } = await import("./refusal.ts");
    const { message, hint } = refusalOf(error).refusal.error;
    write(process.stderr, `${message} ${hint}`);
    if (process.env["ESTATUS_DEBUG"]) console.error(error);
    return 1;
  }
}

// What the guard launches has no arguments, and need not wait for what reads them.
async function understand(args: readonly string[]): Promise<Asked> {
  if (args.length === 0) return { kind: "run", options: { folder: dataFolder(), port: 0, window: true } };
  const { readArguments } = await import("./arguments.ts");
  return readArguments(args);
}

function tell({ code, message }: { code: 0 | 2; message: string }): number {
  write(code === 0 ? process.stdout : process.stderr, message.trimEnd());
  return code;
}

// A program with a window of its own may have no output at all, or one whose reader has gone.
function write(stream: NodeJS.WriteStream, line: string): void {
  try {
    stream.on("error", () => {}).write(`${line}\n`);
  } catch {
    // Nobody listens.
  }
}

async function end(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2));
}

process.title = "Agenda";
void end();
