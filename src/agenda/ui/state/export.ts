import type { ExportedFile } from "../../exchange-types.ts";
import { call } from "../call.ts";
import { text } from "../words/text.ts";
import { note, noteFailure } from "./notices.ts";

export type ExportFormat = "csv" | "vcf";

/** The address that a browser downloads an export from. */
export const exportAddress = (format: ExportFormat) => `api/export?format=${format}`;

/** Has the export written among the user's downloads, and says where: a window without a browser around it tells nobody. */
export async function exportToDownloads(format: ExportFormat): Promise<void> {
  try {
    const { file } = await call<ExportedFile>("POST", exportAddress(format));
    note(() => text().exported(file));
  } catch (error) {
    noteFailure(error);
  }
}
