-- How far apart checks were to follow one another (ms) at the last of them: time that nobody watched yet is no gap before
-- the next one is overdue. Of what was recorded before this is known, it is a minute, as where nothing is configured.
ALTER TABLE sight ADD COLUMN interval_ms INTEGER NOT NULL DEFAULT 60000 CHECK (interval_ms > 0);
