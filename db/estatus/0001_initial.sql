-- All times are UTC milliseconds since 1970. Codes are the words of the design, kept by CHECK.

CREATE TABLE program (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  first_check_at INTEGER NOT NULL
) STRICT;

-- What the next check needs to know of the last one. A steady check writes this row and nothing else:
-- [covered_from, checked_at] is the interval of coverage still growing.
CREATE TABLE sight (
  program_id INTEGER PRIMARY KEY REFERENCES program (id),
  state TEXT NOT NULL CHECK (state IN ('up', 'missing', 'hung', 'duplicated', 'unknown')),
  reason TEXT,
  looked_at INTEGER NOT NULL,
  covered_from INTEGER NOT NULL,
  checked_at INTEGER NOT NULL CHECK (checked_at >= covered_from),
  boot_id TEXT NOT NULL,
  logged_on_at INTEGER,
  elapsed_ms INTEGER NOT NULL,
  awake_ms INTEGER NOT NULL,
  pid INTEGER,
  started_at INTEGER,
  token TEXT,
  alive_at INTEGER,
  beat_at INTEGER,
  stale_looks INTEGER NOT NULL,
  stale_since INTEGER,
  looks_since_listing INTEGER NOT NULL,
  recent_attempts INTEGER NOT NULL,
  last_attempt_at INTEGER
) STRICT;

-- Finished intervals in which checks followed one another without a gap.
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL CHECK (ended_at >= started_at)
) STRICT;
CREATE INDEX coverage_by_end ON coverage (program_id, ended_at, started_at);

CREATE TABLE gap (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
  cause TEXT NOT NULL CHECK (cause IN (
    'paused', 'machine-off', 'asleep', 'logged-off', 'task-disabled', 'clock-changed', 'unexplained'))
) STRICT;
CREATE INDEX gap_by_end ON gap (program_id, ended_at, started_at);

CREATE TABLE outage (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  kind TEXT NOT NULL CHECK (kind IN ('missing', 'hung', 'restarted', 'cold-start')),
  cause TEXT NOT NULL CHECK (cause IN ('closed', 'killed', 'crashed', 'hung', 'unknown')),
  earliest_start INTEGER NOT NULL,
  latest_start INTEGER NOT NULL CHECK (latest_start >= earliest_start),
  ended_at INTEGER CHECK (ended_at >= latest_start),
  ended_by TEXT CHECK (ended_by IN ('estatus', 'someone-else')),
  -- The JSON object the program's heartbeat gave as `restored`.
  restored TEXT CHECK (restored IS NULL OR json_valid(restored)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;
CREATE INDEX outage_by_end ON outage (program_id, ended_at, earliest_start);
CREATE UNIQUE INDEX outage_open ON outage (program_id) WHERE ended_at IS NULL;

CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  outage_id INTEGER NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  -- NULL while the attempt is in hand.
  result TEXT CHECK (result IN ('survived', 'died', 'failed', 'superseded')),
  pid INTEGER,
  token TEXT,
  error TEXT
) STRICT;
CREATE INDEX attempt_of_outage ON attempt (outage_id, id);

-- The user's word that a program may stay closed until a time. `ended_at` is set by an early resume.
CREATE TABLE pause (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  started_at INTEGER NOT NULL,
  until INTEGER NOT NULL CHECK (until > started_at),
  ended_at INTEGER CHECK (ended_at >= started_at),
  reason TEXT
) STRICT;
CREATE INDEX pause_by_end ON pause (program_id, until, started_at);

-- At most one check at a time. A holder that is gone, or past its expiry, holds nothing.
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  holder_pid INTEGER NOT NULL,
  holder_token TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Ids of spooled lines already taken in, so that none counts twice.
CREATE TABLE taken_in (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
