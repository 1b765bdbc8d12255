-- How starts that nothing narrowed are spread, in sums over a program's whole history (ms): what the best estimate of a
-- start is made of. An outage is counted when it is recorded, so that a report of 30 days need not read ten years.
CREATE TABLE start_tally (
  program_id INTEGER PRIMARY KEY REFERENCES program (id),
  found INTEGER NOT NULL,
  found_look_ms INTEGER NOT NULL,
  restarted INTEGER NOT NULL,
  restarted_look_ms INTEGER NOT NULL,
  restarted_away_ms INTEGER NOT NULL
) STRICT;

-- Attempts lie in the order of their outages, which makes an index and a row's own number superfluous.
CREATE TABLE attempt_kept (
  outage_id INTEGER NOT NULL REFERENCES outage (id) ON DELETE CASCADE,
  -- From 1 on, within its outage.
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- NULL while the attempt is in hand.
  result TEXT CHECK (result IN ('survived', 'died', 'failed', 'superseded')),
  pid INTEGER,
  token TEXT,
  error TEXT,
  PRIMARY KEY (outage_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO attempt_kept
  SELECT outage_id, row_number() OVER (PARTITION BY outage_id ORDER BY id), at, result, pid, token, error FROM attempt;
DROP TABLE attempt;
ALTER TABLE attempt_kept RENAME TO attempt;

-- One more cause: the machine ran on its battery, and the task was not to.
CREATE TABLE gap_kept (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
  cause TEXT NOT NULL CHECK (cause IN (
    'paused', 'machine-off', 'asleep', 'logged-off', 'task-disabled', 'on-battery', 'clock-changed', 'unexplained'))
) STRICT;
INSERT INTO gap_kept SELECT id, program_id, started_at, ended_at, cause FROM gap;
DROP TABLE gap;
ALTER TABLE gap_kept RENAME TO gap;
CREATE INDEX gap_by_end ON gap (program_id, ended_at, started_at);
