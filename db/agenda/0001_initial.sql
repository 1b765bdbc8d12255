-- All times are UTC milliseconds since 1970.

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- When it went to the bin; NULL while it is in the list.
  deleted_at INTEGER
) STRICT;
