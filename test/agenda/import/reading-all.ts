import { readContacts } from "../../../src/agenda/import/read-contacts.ts";

/** All that a file holds: contacts as [name, phone], the rows that could not be read, and what its columns are read as. */
export function readAll(bytes: Uint8Array | string, file: string) {
  const reading = readContacts(Buffer.from(bytes), file);
  const slices = [...reading.slices];
  return {
    contacts: slices.flatMap(({ found }) => found.map(({ name, phone }) => [name, phone])),
    rows: slices.flatMap(({ found }) => found.map(({ row }) => row)),
    unreadable: slices.flatMap(({ unreadable }) => unreadable.map(({ row, reason }) => [row, reason])),
    readAs: reading.readAs?.(),
  };
}
