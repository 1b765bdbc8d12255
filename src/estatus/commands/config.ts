import fs from "node:fs";
import path from "node:path";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/config.ts";
import { defaultProgram } from "../config/default-program.ts";
import { loadConfig } from "../config/load.ts";
import { configFile } from "../config/paths.ts";
import { writeNewFile } from "../../replace-file.ts";
import { print, say } from "../../say.ts";
import { makeFolders } from "../../make-folders.ts";

/** `estatus config init | path | validate | schema`. Returns the exit code. */
export async function config(action: string, options: { readonly config?: string }): Promise<number> {
  const file = options.config ?? configFile();
  if (action === "path") print(file);
  if (action === "init") init(file);
  if (action === "validate") await validate(options.config);
  if (action === "schema") await printSchema();
  return 0;
}

// Whole or not at all, also after a power cut: half a configuration would stop every check.
function init(file: string): void {
  const fresh = `${file}.new`;
  try {
    makeFolders(path.dirname(file), 0o700);
    const { executable, arguments: words, heartbeat } = defaultProgram();
    const content = text().template(literal(executable), JSON.stringify(words), literal(heartbeat ?? ""));
    writeNewFile(fresh, content, true);
    put(fresh, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST" && isFile(file))
      throw new AppError("config", text().exists(file), text().existsHint, error);
    throw new AppError("config", text().unwritable(file, reasonOf(error)), text().unwritableHint, error);
  } finally {
    takeAway(fresh);
  }
  say(text().written(file));
}

// Unlike a rename a link never takes another file's place; FAT and some network shares have none.
function put(fresh: string, file: string): void {
  try {
    fs.linkSync(fresh, file);
  } catch (error) {
    const noLinks = ["EPERM", "ENOTSUP", "ENOSYS"].includes(codeOf(error));
    if (!noLinks || fs.existsSync(file)) throw error;
    fs.renameSync(fresh, file);
  }
}

function takeAway(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // Its folder is no folder.
  }
}

const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

// A literal string keeps backslashes as they are, but cannot hold a single quote.
const literal = (value: string) => (value.includes("'") ? JSON.stringify(value) : `'${value}'`);

async function validate(asked: string | undefined): Promise<void> {
  const { file, programs } = await loadConfig(asked);
  const names = programs.map((program) => program.name).join(", ");
  print(file === null ? text().noFile(configFile(), names) : text().valid(file, names));
}

async function printSchema(): Promise<void> {
  const { jsonSchema } = await import("../config/schema.ts");
  print(JSON.stringify(jsonSchema(), null, 2));
}
