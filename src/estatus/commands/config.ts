import fs from "node:fs";
import path from "node:path";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/config.ts";
import { defaultProgram } from "../config/default-program.ts";
import { loadConfig } from "../config/load.ts";
import { configFile } from "../config/paths.ts";

/** `estatus config init | path | validate | schema`. Returns the exit code. */
export async function config(action: string, options: { readonly config?: string }): Promise<number> {
  const file = options.config ?? configFile();
  if (action === "path") process.stdout.write(`${file}\n`);
  if (action === "init") init(file);
  if (action === "validate") await validate(options.config);
  if (action === "schema") await printSchema();
  return 0;
}

function init(file: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(
      file,
      text().template(literal(defaultProgram().executable), literal(defaultProgram().heartbeat ?? "")),
      {
        flag: "wx",
        mode: 0o600,
      },
    );
  } catch (error) {
    if (codeOf(error) === "EEXIST" && isFile(file))
      throw new AppError("config", text().exists(file), text().existsHint, error);
    throw new AppError("config", text().unwritable(file, reasonOf(error)), text().unwritableHint, error);
  }
  process.stdout.write(`${text().written(file)}\n`);
}

const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

// A literal string keeps backslashes as they are, but cannot hold a single quote.
const literal = (value: string) => (value.includes("'") ? JSON.stringify(value) : `'${value}'`);

async function validate(asked: string | undefined): Promise<void> {
  const { file, programs } = await loadConfig(asked);
  const names = programs.map((program) => program.name).join(", ");
  process.stdout.write(`${file === null ? text().noFile(configFile(), names) : text().valid(file, names)}\n`);
}

async function printSchema(): Promise<void> {
  const { jsonSchema } = await import("../config/schema.ts");
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
}
