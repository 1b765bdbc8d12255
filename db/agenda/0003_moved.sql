-- Which contacts a change deleted or brought back from the bin, as stretches of ids that follow one another; those that it
-- added are in the change itself. Where a contact is follows from the last change of it that is not undone, so that steps
-- can be taken back and done again in any number: contact.deleted_by and restored_by know the last of them only, and are
-- asked no more.
CREATE TABLE moved (
  change_id INTEGER NOT NULL REFERENCES change (id),
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (change_id, first_id)
) STRICT, WITHOUT ROWID;

-- What is known of it so far. What an undo brought back had been deleted by the change that it undid; which deletion a
-- recovery followed was not kept, so of those from before neither can be undone.
INSERT INTO moved
  SELECT change_id, min(id), max(id) FROM (
    SELECT change_id, id, id - row_number() OVER (PARTITION BY change_id ORDER BY id) AS stretch FROM (
      SELECT change.id AS change_id, contact.id FROM contact JOIN change ON change.id = deleted_by
        WHERE kind IN ('delete', 'merge')
      UNION
      SELECT change.id, contact.id FROM contact JOIN change ON change.id = restored_by WHERE kind = 'restore'
      UNION
      SELECT change.id, contact.id FROM contact JOIN change ON change.undone_by = restored_by
        WHERE kind IN ('delete', 'merge')
    )
  ) GROUP BY change_id, stretch;

DROP INDEX contact_deleted_by;
DROP INDEX contact_restored_by;

-- Of a change that is undone, `former` holds from now on what the contact was after it; an undo has none of its own.
UPDATE former SET (name, phone) = (
    SELECT undo.name, undo.phone FROM change JOIN former AS undo ON undo.change_id = undone_by
      WHERE change.id = former.change_id AND undo.contact_id = former.contact_id
  )
  WHERE EXISTS (
    SELECT 1 FROM change JOIN former AS undo ON undo.change_id = undone_by
      WHERE change.id = former.change_id AND undo.contact_id = former.contact_id
  ) AND change_id NOT IN (SELECT id FROM change WHERE kind = 'undo');
DELETE FROM former WHERE change_id IN (SELECT id FROM change WHERE kind = 'undo');
