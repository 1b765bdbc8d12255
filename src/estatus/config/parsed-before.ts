import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../../replace-file.ts";
import { VERSION } from "../../version.ts";
import { dataFolder } from "./paths.ts";
import type { RawConfig } from "./schema.ts";

type Kept = { readonly version: string; readonly source: string; readonly raw: RawConfig };

const keptFile = () => path.join(dataFolder(), "config-parsed.json");

/**
 * What this very text came to when this very version last validated it, or null. Validation loads a TOML parser and
 * a schema library, three times the cost of a look, for a file that changes once a year.
 */
export function parsedBefore(source: string): RawConfig | null {
  try {
    const kept = JSON.parse(fs.readFileSync(keptFile(), "utf8")) as Kept;
    return kept.version === VERSION && kept.source === source ? kept.raw : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next time; where that fails, the next time validates again. */
export function keepParsed(source: string, raw: RawConfig): void {
  try {
    const content = JSON.stringify({ version: VERSION, source, raw } satisfies Kept);
    replaceFile(keptFile(), content, `${keptFile()}.${process.pid}`);
  } catch {
    // No folder yet, or a full disk.
  }
}
