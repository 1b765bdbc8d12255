import { text } from "../locales/agenda.ts";
import { speak } from "../locales/language.ts";
import { listResources } from "../resources.ts";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import type { Restored } from "./api-types.ts";
import { backUp } from "./backup.ts";
import { counts } from "./change-log.ts";
import { forgetDamage } from "./damage.ts";
import { contactsFile } from "./data-folder.ts";
import { readDraft, readView } from "./kept.ts";
import { finishRebuild, rebuild, type Rebuilt } from "./rebuild.ts";
import { isUsable } from "./usable.ts";

/** Opens the contacts, rebuilding what is damaged, and says what came back. */
export async function openContacts(folder: string): Promise<{ db: Db; restored: Restored }> {
  const rebuilt = rebuildIfNeeded(folder);
  const db = openDatabase(contactsFile(folder));
  try {
    // Enough for the indexes of a million contacts; taken only as it is needed.
    db.pragma("cache_size = -65536");
    db.pragma("journal_size_limit = 67108864");
    const version = db.pragma("user_version", { simple: true }) as number;
    if (version > 0 && version < listResources("db/agenda", ".sql").length)
      await backUp(db, folder, new Date());
    migrate(db, "db/agenda");
    speakAsChosen(db);
    return { db, restored: whatCameBack(db, rebuilt) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Speaks the language that was chosen in these contacts. */
export function speakAsChosen(db: Db): void {
  const { language } = readView(db);
  if (language) speak(language);
}

/** What is there of these contacts, and what a rebuild brought back. */
export function whatCameBack(db: Db, rebuilt: Rebuilt | null): Restored {
  const back = { contacts: counts(db).listed, draft: readDraft(db) !== null };
  if (!rebuilt) return { ...back, integrity: "ok", lost: 0 };
  return { ...back, integrity: "rebuilt", lost: rebuilt.lost ?? 0, note: text().rebuilt(rebuilt) };
}

function rebuildIfNeeded(folder: string): Rebuilt | null {
  const now = new Date();
  finishRebuild(folder, now);
  const rebuilt = isUsable(folder, openDatabase) ? null : rebuild(folder, now);
  forgetDamage(folder);
  return rebuilt;
}
