import path from "node:path";
import { parse, TomlError } from "smol-toml";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/config.ts";
import { tomlText } from "../../locales/toml.ts";
import { lineOf } from "./line-of.ts";
import { validateShape, type RawConfig } from "./schema.ts";

/** The configuration in TOML text, where what was no UTF-8 is U+FFFD. Throws AppError `config` that names line and key. */
export function parseConfig(source: string, file: string): RawConfig {
  refuseOtherText(source, file);
  const raw = validateShape(parseToml(source, file));
  if ("sentence" in raw) throw invalid(file, source, raw.path, raw.sentence);
  const [names, executables, heartbeats] = [onlyOnce(), onlyOnce(), onlyOnce()];
  for (const [index, { name, executable, heartbeat }] of (raw.program ?? []).entries()) {
    const refuse = (key: string, sentence: string) =>
      invalid(file, source, ["program", index, key], sentence);
    // Two ways to write one letter look the same in every report.
    if (names(name.normalize().toLowerCase(), name) !== null) throw refuse("name", text().twice(name));
    const runs = executables(placeOf(executable), name);
    if (runs !== null) throw refuse("executable", text().sameExecutable(runs));
    const beats = heartbeat === undefined ? null : heartbeats(placeOf(heartbeat), name);
    if (beats !== null) throw refuse("heartbeat", text().sameHeartbeat(beats));
  }
  return raw;
}

/** Takes what may be there once, with whose it is; gives whose it already was, or null. */
function onlyOnce(): (what: string, whose: string) => string | null {
  const known = new Map<string, string>();
  return (what, whose) => {
    const other = known.get(what) ?? null;
    known.set(what, whose);
    return other;
  };
}

/** A file as far as its path tells: one written in two ways is one. */
function placeOf(file: string): string {
  const place = path.normalize(file);
  return process.platform === "win32" ? place.toLowerCase() : place;
}

// An old Notepad saves what it calls ANSI or Unicode: read as UTF-8, a path with an accent in it would lead nowhere.
function refuseOtherText(source: string, file: string): void {
  const index = source.split("\n").findIndex((line) => line.includes("\ufffd"));
  if (index < 0) return;
  throw new AppError("config", text().notUtf8(`${file}:${index + 1}`), text().notUtf8Hint);
}

function parseToml(source: string, file: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split("\n")[0]!.replace(/^Invalid TOML document: /, "");
    throw new AppError(
      "config",
      text().syntax(file, error.line, error.column, tomlText(what)),
      what.startsWith("trying to redefine") ? text().redefinedHint : text().syntaxHint,
      error,
    );
  }
}

function invalid(
  file: string,
  source: string,
  place: readonly (string | number)[],
  sentence: string,
): AppError {
  const line = lineOf(source, place);
  const key = place
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
  return new AppError(
    "config",
    text().invalid(line === null ? file : `${file}:${line}`, key, sentence),
    text().validateHint,
  );
}
