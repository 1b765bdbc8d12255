import { ReadableStream } from "node:stream/web";
import type { Agenda } from "./agenda.ts";
import { delimiterFor } from "./export/csv-text.ts";
import { exportText, type ExportKind } from "./export/export-text.ts";
import { pendingImports } from "./import/pending-imports.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";
import { openDatabase } from "../sqlite/open.ts";

const largestUpload = 100 * 1024 * 1024;

const types: Readonly<Record<ExportKind, string>> = {
  csv: "text/csv; charset=utf-8",
  vcf: "text/vcard; charset=utf-8",
};

/** The addresses of import and export, and all `others`, whose changes wait while an import writes. */
export function withExchange(agenda: Agenda, others: readonly Route[]): Route[] {
  const imports = pendingImports(agenda);
  const afterImport = (route: Route): Route => ({
    ...route,
    async answer(asked) {
      await imports.quiet();
      return route.answer(asked);
    },
  });
  return [
    ...others.map((route) => (route.method === "GET" ? route : afterImport(route))),
    {
      method: "POST",
      path: "/api/import",
      bodyLimit: largestUpload,
      async answer({ request, query }) {
        const { name } = shapes.upload.parse(query);
        return imports.plan(new Uint8Array(await request.arrayBuffer()), name, request.signal);
      },
    },
    {
      method: "POST",
      path: "/api/import/:id",
      status: 202,
      answer: ({ params }) => ({ id: imports.begin(params["id"]!) }),
    },
    {
      method: "DELETE",
      path: "/api/import/:id",
      status: 204,
      answer: ({ params }) => imports.cancel(params["id"]!),
    },
    {
      method: "GET",
      path: "/api/export",
      answer: ({ query }) => download(agenda, shapes.export.parse(query).format),
    },
  ];
}

function download(agenda: Agenda, format: ExportKind): Response {
  const day = Temporal.Now.plainDateISO().toString();
  const body = ReadableStream.from(exported(agenda.db.name, format));
  return new Response(body as unknown as BodyInit, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="agenda-${day}.${format}"`,
    },
  });
}

// A connection of its own shows one state of the list from the first contact to the last.
async function* exported(file: string, format: ExportKind): AsyncGenerator<Uint8Array> {
  const db = openDatabase(file, { readonly: true });
  try {
    const delimiter = delimiterFor(new Intl.DateTimeFormat().resolvedOptions().locale);
    for (const piece of exportText(db, format, delimiter)) yield Buffer.from(piece);
  } finally {
    db.close();
  }
}
