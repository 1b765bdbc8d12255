-- How long the longest outage of a program ever was (ms). Outages lie in the order of their ends, so this tells how far
-- beyond a window one may end that began in it: a report of 30 days long ago need not read all that came after.
CREATE TABLE longest_outage (
  program_id INTEGER PRIMARY KEY REFERENCES program (id),
  ms INTEGER NOT NULL
) STRICT;
INSERT INTO longest_outage
  SELECT program_id, max(ended_at - earliest_start) FROM outage WHERE ended_at IS NOT NULL GROUP BY program_id;
CREATE TRIGGER outage_recorded AFTER INSERT ON outage WHEN NEW.ended_at IS NOT NULL BEGIN
  INSERT INTO longest_outage VALUES (NEW.program_id, NEW.ended_at - NEW.earliest_start)
    ON CONFLICT DO UPDATE SET ms = excluded.ms WHERE excluded.ms > ms;
END;
CREATE TRIGGER outage_ended AFTER UPDATE OF ended_at ON outage WHEN NEW.ended_at IS NOT NULL BEGIN
  INSERT INTO longest_outage VALUES (NEW.program_id, NEW.ended_at - NEW.earliest_start)
    ON CONFLICT DO UPDATE SET ms = excluded.ms WHERE excluded.ms > ms;
END;
