-- What is left of days whose details were pruned: how long each state lasted (ms), and how many failures began.
CREATE TABLE daily_total (
  program_id INTEGER NOT NULL REFERENCES program (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
  up_ms INTEGER NOT NULL,
  down_min_ms INTEGER NOT NULL,
  down_mid_ms INTEGER NOT NULL,
  down_max_ms INTEGER NOT NULL,
  unknown_ms INTEGER NOT NULL,
  paused_ms INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (program_id, started_at),
  CHECK (up_ms + down_mid_ms + unknown_ms + paused_ms = ended_at - started_at)
) STRICT, WITHOUT ROWID;
