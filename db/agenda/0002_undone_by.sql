-- To undo asks which change another one has undone; without this it goes through all that was ever done.
CREATE INDEX change_undone_by ON change (undone_by) WHERE undone_by IS NOT NULL;
