import { language, systemLocale } from "../locales/language.ts";
import type { Db } from "../sqlite/open.ts";
import type { Background } from "./background.ts";
import type { StillCursor } from "./gtk-cursor.ts";
import type { Contact, Happening, Restored, State } from "./api-types.ts";
import { counts } from "./change-log.ts";
import type { Known } from "./find.ts";
import type { ContactRow } from "./contacts.ts";
import { readDraft, readView } from "./kept.ts";
import { describePhone, localeCountry, withoutHomeCode } from "./phone.ts";

/** What one running Agenda is made of; the routes work on it. */
export type Agenda = {
  readonly db: Db;
  /** Where it keeps its data. */
  readonly folder: string;
  readonly restored: Restored;
  readonly ownWindow: () => boolean;
  readonly stillCursor: StillCursor;
  /** Tells all open pages, and nobody where none is open. */
  readonly tell: (happening: Happening) => void;
  /** Grows with every change of any contact. */
  revision: number;
  readonly known: Known;
  /**
   * Settles when the import that runs in this process through a connection of its own has ended; null while
   * there is none. Until then every other change waits: SQLite would keep the whole process waiting instead.
   */
  importing: Promise<unknown> | null;
  readonly background: Background;
};

/** Everything the page needs to come back as it was. */
export function stateOf(agenda: Agenda): State {
  return {
    view: readView(agenda.db),
    draft: readDraft(agenda.db),
    locale: { language: language(), country: localeCountry(systemLocale()) },
    contacts: counts(agenda.db).listed,
    revision: agenda.revision,
    restored: agenda.restored,
    ownWindow: agenda.ownWindow(),
  };
}

/** Counts a change of contacts and tells the open pages, and which draft was saved by it. */
export function contactsChanged(agenda: Agenda, draft?: string): number {
  agenda.revision += 1;
  agenda.background.changed();
  agenda.tell({ kind: "contacts", revision: agenda.revision, draft });
  return agenda.revision;
}

/** A stored contact as the page shows it. */
export function asContact(row: ContactRow, country: string): Contact {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    ...describePhone(row.phone, country),
    addedAt: row.added_at,
    changedAt: row.changed_at,
  };
}

/** The country whose numbers are shown in national form. */
export function countryOf({ db }: Pick<Agenda, "db">): string {
  return readView(db).country ?? localeCountry(systemLocale());
}

/** A search as this country writes its numbers. */
export function asSearched(agenda: Agenda, search: string): string {
  return withoutHomeCode(search, countryOf(agenda));
}
