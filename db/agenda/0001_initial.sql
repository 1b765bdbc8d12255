-- All times are UTC milliseconds since 1970. Codes are the words of the API, kept by CHECK.

-- One undoable step: everything one request did. `key` is the draft it came from: a request that is made again
-- after its answer was lost finds its own change instead of doing it twice.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'edit', 'delete', 'restore', 'merge', 'import', 'undo')),
  count INTEGER NOT NULL,
  name TEXT NOT NULL,
  key TEXT UNIQUE,
  undone_by INTEGER REFERENCES change (id)
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
  -- The change that made it, so that a large import needs no row of its own for each contact to be undone.
  added_by INTEGER NOT NULL REFERENCES change (id),
  -- When it went to the bin, and by which change; NULL while it is in the list.
  deleted_at INTEGER,
  deleted_by INTEGER REFERENCES change (id),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
) STRICT;

CREATE INDEX contact_by_name ON contact (folded, id) WHERE deleted_at IS NULL;

CREATE INDEX contact_by_digits ON contact (digits) WHERE deleted_at IS NULL AND digits <> '';

CREATE INDEX contact_in_bin ON contact (deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE INDEX contact_deleted_by ON contact (deleted_by) WHERE deleted_by IS NOT NULL;

CREATE INDEX contact_added_by ON contact (added_by);

-- What a contact was before a change that edited it.
CREATE TABLE former (
  change_id INTEGER NOT NULL REFERENCES change (id),
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  PRIMARY KEY (change_id, contact_id)
) STRICT, WITHOUT ROWID;

-- Sums that a launch must know without counting a million rows.
CREATE TABLE tally (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  listed INTEGER NOT NULL,
  binned INTEGER NOT NULL
) STRICT;

INSERT INTO tally VALUES (1, 0, 0);

-- What is on screen besides the contacts, and the half-typed one: one row a thing, as JSON.
CREATE TABLE kept (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
