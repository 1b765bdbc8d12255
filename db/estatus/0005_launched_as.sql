-- How a relaunched program ran right after its launch, as Windows says: the same words again and again, kept once.
CREATE TABLE launched_as (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL,
  priority TEXT NOT NULL CHECK (priority IN (
    'idle', 'below-normal', 'normal', 'above-normal', 'high', 'realtime', 'unknown')),
  -- NULL where Windows would not say.
  session INTEGER,
  own_session INTEGER CHECK (own_session IN (0, 1)),
  elevated INTEGER CHECK (elevated IN (0, 1))
) STRICT;
ALTER TABLE attempt ADD COLUMN launched_as_id INTEGER REFERENCES launched_as (id);
