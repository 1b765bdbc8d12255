-- What heartbeats gave as `restored`: a JSON object, told again and again in the same words, and now kept once.
CREATE TABLE restoration (
  id INTEGER PRIMARY KEY,
  told TEXT NOT NULL UNIQUE CHECK (json_valid(told))
) STRICT;
INSERT INTO restoration (told) SELECT DISTINCT restored FROM outage WHERE restored IS NOT NULL;
ALTER TABLE outage ADD COLUMN restored_id INTEGER REFERENCES restoration (id);
UPDATE outage SET restored_id = (SELECT id FROM restoration WHERE told = restored) WHERE restored IS NOT NULL;
ALTER TABLE outage DROP COLUMN restored;

-- Which process an attempt gave, beyond the reuse of its pid, matters only while its outage lasts.
UPDATE attempt SET token = NULL WHERE outage_id IN (SELECT id FROM outage WHERE ended_at IS NOT NULL);

-- Without the columns that nothing looked up.
DROP INDEX outage_by_end;
CREATE INDEX outage_by_end ON outage (program_id, ended_at);
DROP INDEX attempt_of_outage;
CREATE INDEX attempt_of_outage ON attempt (outage_id);
