/** What checks saw while the store could not be written, one JSON object a line. */
export const SPOOL_FILE = "spool.jsonl";
/** The same file while it is being taken into the store. */
export const TAKING_FILE = `${SPOOL_FILE}.taking`;
/** Keeps those who append and those who take in apart. */
export const SPOOL_LOCK = "spool";
