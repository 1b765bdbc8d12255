import { createHash } from "node:crypto";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { readResource } from "../../resources.ts";
import { pageData } from "./page-data.ts";
import { printable } from "./printable.ts";
import type { ProgramPage, Report } from "./program-report.ts";

/**
 * The report as one page that needs nothing else: no network, no other file. The policy in it lets run only
 * the one script and the one style sheet that it was built with.
 * @throws AppError `no-page` in a checkout where they were never built
 */
export function* htmlReport(
  report: Report<ProgramPage>,
  clock: { readonly now: number; readonly zone: string },
): Generator<string> {
  const { script, style } = builtPage();
  const data = pageData(report, clock.zone, clock.now);
  const title = [...new Set(report.programs.map((one) => one.program))].join(", ");
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  yield `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · Estatus</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>${escaped(text().needsScript)}</noscript>
<script type="application/json" id="data">`;
  yield inScript(JSON.stringify(data));
  yield `</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function builtPage(): { readonly script: string; readonly style: string } {
  try {
    return { script: readResource("dist/report/page.js"), style: readResource("dist/report/page.css") };
  } catch (error) {
    throw new AppError("no-page", text().noPage, text().noPageHint, error);
  }
}

function hash(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

// Inside a script element only `<` could end it or begin a comment; in JSON it may always be written so.
function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

function escaped(plain: string): string {
  return printable(plain).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
