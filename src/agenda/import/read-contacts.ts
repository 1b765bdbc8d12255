import { AppError } from "../../app-error.ts";
import { text as texts } from "../../locales/exchange.ts";
import { csvContacts } from "./csv-contacts.ts";
import {
  isArchive,
  isDocument,
  isNoText,
  isWorkbook,
  kindByContent,
  kindByLikeness,
  kindByName,
} from "./file-kind.ts";
import { pickleContacts } from "./pickle-contacts.ts";
import type { FileKind, Reading } from "./reading.ts";
import { cardTextOf, textOf } from "./text-encoding.ts";
import { vcardContacts } from "./vcard-contacts.ts";

/** The most bytes of a file: a string in V8 has room for half a gigabyte, and no list of contacts is longer. */
export const largestFile = 400 * 1024 * 1024;

const readers = {
  csv: (bytes) => csvContacts(textOf(bytes)),
  vcf: (bytes) => vcardContacts(cardTextOf(bytes)),
  pickle: pickleContacts,
} satisfies Record<FileKind, (bytes: Uint8Array) => Reading>;

/**
 * Reads the contacts in a file: what its content shows beyond doubt goes before what `file`, its name, says.
 * @throws AppError `import-empty`, `import-too-large`, `import-archive`, `import-workbook`, `import-document`, `import-no-text` or
 * `import-unknown`; its slices throw the readers' own.
 */
export function readContacts(bytes: Uint8Array, file: string): Reading {
  if (bytes.length === 0) throw new AppError("import-empty", texts().empty(file), texts().emptyHint);
  if (bytes.length > largestFile)
    throw new AppError("import-too-large", texts().tooLarge(file), texts().tooLargeHint);
  if (isArchive(bytes)) throw new AppError("import-archive", texts().archive(file), texts().archiveHint);
  if (isWorkbook(bytes)) throw new AppError("import-workbook", texts().workbook(file), texts().workbookHint);
  const kind = kindByContent(bytes) ?? kindByName(file) ?? kindByLikeness(bytes);
  if (!kind) throw new AppError("import-unknown", texts().unknown(file), texts().unknownHint);
  const reading = readers[kind](bytes);
  if (kind === "csv" && !reading.ours) refuseNoList(bytes, file);
  return reading;
}

// Anything is a CSV of one column by its form, and would be offered as that many names.
function refuseNoList(bytes: Uint8Array, file: string): void {
  const head = textOf(bytes.subarray(0, 4_096));
  if (isDocument(head)) throw new AppError("import-document", texts().document(file), texts().workbookHint);
  if (isNoText(head)) throw new AppError("import-no-text", texts().noText(file), texts().unknownHint);
}
