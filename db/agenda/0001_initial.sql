-- All times are UTC milliseconds since 1970. Codes are the words of the API, kept by CHECK.

-- One undoable step: everything one request did. It is undone without regard to its kind: contacts it added or
-- restored go to the bin, contacts it deleted come back, and contacts it edited get their former fields.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'edit', 'delete', 'restore', 'merge', 'import', 'undo')),
  count INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- The draft it came from: a request made again after its answer was lost finds its own change.
  key TEXT UNIQUE,
  -- The ids of the contacts it added; they follow one another, because it added them in one transaction.
  first_added INTEGER,
  last_added INTEGER,
  undone_by INTEGER REFERENCES change (id),
  CHECK ((first_added IS NULL) = (last_added IS NULL))
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- Exactly as it was typed.
  phone TEXT NOT NULL,
  -- The name as it is searched and sorted: no accents, no capitals.
  folded TEXT NOT NULL,
  -- The phone's digits and nothing else.
  digits TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- When it went to the bin, and by which change; NULL while it is in the list.
  deleted_at INTEGER,
  deleted_by INTEGER REFERENCES change (id),
  -- The last change that brought it back from the bin.
  restored_by INTEGER REFERENCES change (id),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
) STRICT;

CREATE INDEX contact_by_name ON contact (folded, id) WHERE deleted_at IS NULL;

CREATE INDEX contact_by_digits ON contact (digits) WHERE deleted_at IS NULL AND digits <> '';

CREATE INDEX contact_in_bin ON contact (deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE INDEX contact_deleted_by ON contact (deleted_by) WHERE deleted_by IS NOT NULL;

CREATE INDEX contact_restored_by ON contact (restored_by) WHERE restored_by IS NOT NULL;

-- What a contact was before a change that edited it.
CREATE TABLE former (
  change_id INTEGER NOT NULL REFERENCES change (id),
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  PRIMARY KEY (change_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_by_contact ON former (contact_id);

-- The words of a listed contact's folded name, and the digits of its phone three by three from each place,
-- each after a dot: "·600 ·001 ·01 ·1". Its rows follow those of contact as far as tally.indexed_to.
CREATE VIRTUAL TABLE search USING fts5 (
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii'
);

-- What a launch must know without counting a million rows.
CREATE TABLE tally (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  listed INTEGER NOT NULL,
  binned INTEGER NOT NULL,
  -- Contacts with a greater id are not in the search table yet: a large import is answered before they are.
  indexed_to INTEGER NOT NULL
) STRICT;

INSERT INTO tally VALUES (1, 0, 0, 0);

-- What is on screen besides the contacts, and the half-typed one: one row a thing, as JSON.
CREATE TABLE kept (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
