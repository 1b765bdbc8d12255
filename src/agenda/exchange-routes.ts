import { ReadableStream } from "node:stream/web";
import type { Agenda } from "./agenda.ts";
import { mustKeep, openBeside } from "./alone.ts";
import type { ExportedFile } from "./exchange-types.ts";
import { delimiterFor } from "./export/csv-text.ts";
import { downloadsFolder, freeName } from "./export/downloads.ts";
import { exportText, type ExportKind } from "./export/export-text.ts";
import { writeExport } from "./export/write-export.ts";
import { pendingImports } from "./import/pending-imports.ts";
import { largestFile } from "./import/read-contacts.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";
import { localZone } from "../local-zone.ts";
import { text as texts } from "../locales/exchange.ts";
import { systemLocale } from "../locales/language.ts";
import type { Db } from "../sqlite/open.ts";

const types: Readonly<Record<ExportKind, string>> = {
  csv: "text/csv; charset=utf-8",
  vcf: "text/vcard; charset=utf-8",
};

/** The addresses of import and export. An import that goes on is taken back when `open` is disposed of. */
export function exchangeRoutes(agenda: Agenda, open: DisposableStack): Route[] {
  const imports = pendingImports(agenda);
  open.defer(imports.stop);
  return [
    {
      method: "POST",
      path: "/api/import",
      bodyLimit: largestFile,
      tooLarge: ({ name = "" }) => ({ message: texts().tooLarge(name), hint: texts().tooLargeHint }),
      duringImport: true,
      async answer({ request, query }) {
        mustKeep(agenda.db);
        const { name } = shapes.upload.parse(query);
        return imports.plan(new Uint8Array(await request.arrayBuffer()), name, request.signal);
      },
    },
    {
      method: "POST",
      path: "/api/import/:id",
      status: 202,
      duringImport: true,
      answer: ({ params }) => ({ id: imports.begin(params["id"]!) }),
    },
    {
      method: "DELETE",
      path: "/api/import/:id",
      status: 204,
      duringImport: true,
      answer: ({ params }) => imports.cancel(params["id"]!),
    },
    {
      method: "GET",
      path: "/api/export",
      answer: ({ query }) => download(agenda, shapes.export.parse(query).format),
    },
    {
      method: "POST",
      path: "/api/export",
      answer: ({ query }) => exportToDownloads(agenda, shapes.export.parse(query).format),
    },
  ];
}

const fileName = (format: ExportKind) =>
  `agenda-${Temporal.Now.plainDateISO(localZone()).toString()}.${format}`;

function download(agenda: Agenda, format: ExportKind): Response {
  const body = ReadableStream.from(exported(agenda.db, format));
  return new Response(body as unknown as BodyInit, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${fileName(format)}"`,
    },
  });
}

async function exportToDownloads(agenda: Agenda, format: ExportKind): Promise<ExportedFile> {
  const file = freeName(downloadsFolder(), fileName(format));
  await writeExport(file, textOf(agenda.db, format));
  return { file };
}

async function* exported(db: Db, format: ExportKind): AsyncGenerator<Uint8Array> {
  for (const piece of textOf(db, format)) yield Buffer.from(piece);
}

// A connection of its own shows one state of the list from the first contact to the last.
function* textOf(contacts: Db, format: ExportKind): Generator<string> {
  const db = openBeside(contacts);
  try {
    yield* exportText(db, format, delimiterFor(systemLocale()));
  } finally {
    db.close();
  }
}
