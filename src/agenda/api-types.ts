import type { ImportState } from "./exchange-types.ts";

/**
 * The JSON API between Agenda's process and its page. The page lives at `/<room>/`, where the room is secret
 * and changes with each launch; every address below is relative to it ("api/contacts", never "/api/contacts"),
 * so the bundle must be built with relative addresses. A 2xx answer to a change means that it is on disk.
 *
 * | request                                   | answer                                    |
 * | ----------------------------------------- | ----------------------------------------- |
 * | GET api/state                             | State                                     |
 * | PUT api/state           ViewChange        | 204                                       |
 * | POST api/awake                            | 204: somebody is at the page              |
 * | POST api/resting                          | 204: nobody is, and no cursor need blink  |
 * | PUT api/draft           Draft             | 204; a draft already saved is let go      |
 * | GET api/contacts?Query                    | Page                                      |
 * | GET api/contacts/ID?Query                 | Place                                     |
 * | POST api/contacts       NewContact        | 201 Saved                                 |
 * | PATCH api/contacts/ID   ContactFields     | Saved                                     |
 * | POST api/delete         Chosen            | Done                                      |
 * | GET api/bin?offset=&limit=                | BinPage                                   |
 * | POST api/restore        Chosen            | Done (ids only)                           |
 * | POST api/bin/empty                        | Done; cannot be undone                    |
 * | POST api/undo           { change }        | Undone, whose `change` undoes it in turn  |
 * | GET api/undo                              | Next, which is what Ctrl+Z and Ctrl+Y do  |
 * | GET api/changes                           | Change[], newest first, at most 50        |
 * | GET api/likely?name=&phone=&except=       | Contact[], at most 5                      |
 * | GET api/duplicates?offset=&limit=         | DuplicatePage                             |
 * | POST api/apart          { ids }           | 204: not offered for a merge again        |
 * | POST api/gone           { ids }           | the ids that are not in the list          |
 * | POST api/merge          Merge             | Saved                                     |
 * | GET api/events                            | server-sent events, each a `Happening`    |
 * | POST api/import         the file's bytes  | Preview; `?name=` gives the file's name   |
 * | POST api/import/ID                        | 202; then `import` events                 |
 * | DELETE api/import/ID                      | 204: cancelled, nothing of it is kept     |
 * | GET api/export?format=csv or vcf          | the file, as an attachment                |
 * | POST api/export?format=csv or vcf         | ExportedFile, among the user's downloads  |
 *
 * Every other status carries a `Refusal`. 401: this page belongs to an Agenda that is over. 507: the disk is
 * full or cannot be written; nothing was changed, and the same request may be made again.
 */
export type Refusal = {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
};

/** One contact as the list shows it. Times are UTC milliseconds. */
export type Contact = {
  readonly id: number;
  readonly name: string;
  /** Exactly as it was typed. */
  readonly phone: string;
  /** National form for a number of the user's own country, else international; what was typed where unclear. */
  readonly shown: string;
  /** For a `tel:` link: `+34600111222`, or the digits where the country is unclear; "" for none that can be. */
  readonly dial: string;
  /** There is a phone, and it is neither a number that can exist nor a short code or an extension. To be marked, never refused. */
  readonly questionable: boolean;
  readonly addedAt: number;
  readonly changedAt: number;
};

export type Sort = "name" | "-name" | "added" | "-added";

/** Which contacts, in which order, and which stretch of them. `limit` is at most 500. */
export type Query = {
  /**
   * Words (each must begin a word of the name) and digits (anywhere in the phone, or like words; beside a word one or two
   * of them only so), accent- and case-blind; signs alone as typed.
   */
  readonly search?: string;
  readonly sort?: Sort;
  readonly offset?: number;
  readonly limit?: number;
};

export type Page = {
  /** How many contacts the search finds in all: the height of the list. */
  readonly total: number;
  readonly offset: number;
  readonly contacts: readonly Contact[];
  /** How many contacts are in the bin: of a list that is empty, whether it always was. */
  readonly inBin: number;
  /** Grows with every change of any contact; a page with an older one is out of date. */
  readonly revision: number;
};

/** Where one contact stands in the list that a query describes. */
export type Place = { readonly contact: Contact; readonly index: number | null };

export type ContactFields = { readonly name: string; readonly phone: string };

/** `draft` is the id of the draft it came from: saved at most once, and its draft is gone with the same commit. */
export type NewContact = ContactFields & { readonly draft?: string };

export type Saved = {
  readonly contact: Contact;
  /** What to undo. */
  readonly change: number;
  readonly revision: number;
  /** Contacts that look like the same person; to be offered for a merge. */
  readonly likely: readonly Contact[];
};

/** Contacts by id, or all that a search finds ("" is all) but some. */
export type Chosen =
  | { readonly ids: readonly number[] }
  | { readonly search: string; readonly but?: readonly number[] };

export type Done = {
  readonly change: number | null;
  readonly count: number;
  /** The first contact's name, else its phone, where contacts went into the bin or came out of it. */
  readonly name?: string;
  readonly revision: number;
};

/** Keeps `keep` under this name and phone and puts the others into the bin. */
export type Merge = ContactFields & { readonly keep: number; readonly others: readonly number[] };

export type BinPage = {
  readonly total: number;
  readonly offset: number;
  readonly contacts: readonly (Contact & { readonly deletedAt: number; readonly goneAt: number })[];
};

export type Change = {
  readonly id: number;
  readonly at: number;
  readonly kind: "add" | "edit" | "delete" | "restore" | "merge" | "import" | "undo";
  /** How many contacts it touched, and the name of the first. */
  readonly count: number;
  readonly name: string;
  readonly undone: boolean;
};

export type DuplicatePage = {
  readonly total: number;
  readonly offset: number;
  readonly groups: readonly { readonly why: "phone" | "name"; readonly contacts: readonly Contact[] }[];
};

/** The half-typed contact. `id` is made by the page (`crypto.randomUUID()`), anew after each save. */
export type Draft = ContactFields & { readonly id: string };

/** What is on screen besides the contacts. The page sends what changed within 250 ms of the change. */
export type View = {
  readonly search: string;
  readonly sort: Sort;
  /** Ids of the selected contacts, or all that the search finds. */
  readonly selection: readonly number[] | "all";
  /** Ids of the contacts that are not selected where all are. */
  readonly unselected: readonly number[];
  /** The contact that is being edited in its row, as typed so far. */
  readonly edit: (ContactFields & { readonly id: number }) | null;
  /** The first contact on screen: its index, its id, and how many pixels of it are scrolled away. */
  readonly scroll: { readonly index: number; readonly id: number | null; readonly pixels: number };
  /** null follows the operating system. */
  readonly language: "en" | "es" | null;
  readonly theme: "light" | "dark" | null;
  /** ISO 3166 code of the country whose numbers are shown in national form; null: from the locale. */
  readonly country: string | null;
  /** The control the cursor is in, in the page's own words, "" for none. */
  readonly focus: string;
};

export type ViewChange = { readonly [K in keyof View]?: View[K] | undefined };

export type State = {
  readonly view: View;
  readonly draft: Draft | null;
  /** What the operating system asks for where the view says null. */
  readonly locale: { readonly language: "en" | "es"; readonly country: string };
  readonly contacts: number;
  readonly revision: number;
  readonly restored: Restored;
  /** Whether the window is Agenda's own; false: a browser. */
  readonly ownWindow: boolean;
};

/** What came back at this launch; also in the heartbeat, and from there in the outage's record. */
export type Restored = {
  readonly contacts: number;
  /** A half-typed contact came back. */
  readonly draft: boolean;
  /** `rebuilt`: the file was damaged, and what could be had came from a backup and from the file itself. */
  readonly integrity: "ok" | "rebuilt";
  /** Contacts known to be lost. */
  readonly lost: number;
  /** A sentence for the user where something more than usual happened, in the user's language. */
  readonly note?: string;
};

/** `data:` of an event, as JSON. */
export type Happening =
  /** `draft` is the id of a draft that has been saved. */
  | { readonly kind: "contacts"; readonly revision: number; readonly draft?: string | undefined }
  | { readonly kind: "import"; readonly id: string; readonly state: ImportState }
  | { readonly kind: "show" }
  | { readonly kind: "over" };
