import path from "node:path";
import { rolldown } from "rolldown";
import fs from "node:fs";
import { isFresh } from "./freshness.ts";
import { root } from "./paths.ts";

const source = path.join(root, "src/estatus/report/page");
const output = path.join(root, "dist/report");
const uplotStyle = path.join(root, "node_modules/uplot/dist/uPlot.min.css");

/** Builds the html report's script and style into `dist/report`; nothing to do where they are up to date. */
export async function buildReport(): Promise<void> {
  const outputs = ["page.js", "page.css"].map((name) => path.join(output, name));
  // The page shares its sums and words with the other reports.
  const shared = ["src/estatus/core", "src/estatus/report", "src/locales"].map((name) =>
    path.join(root, name),
  );
  if (isFresh(outputs, [...shared, import.meta.filename, path.join(root, "package-lock.json")])) return;
  console.log("building dist/report");
  const build = await rolldown({
    input: path.join(source, "main.tsx"),
    platform: "browser",
    logLevel: "warn",
  });
  await build.write({ file: outputs[0]!, format: "iife", minify: true });
  await build.close();
  // Inside a page this text would end the script; JavaScript has no need of it.
  const script = fs.readFileSync(outputs[0]!, "utf8").trim();
  if (/<\/script|<!--/i.test(script)) throw new Error("the report's script cannot stand inside a page");
  fs.writeFileSync(outputs[0]!, script);
  const style = [uplotStyle, path.join(source, "style.css")].map((file) => fs.readFileSync(file, "utf8"));
  fs.writeFileSync(outputs[1]!, style.join("\n"));
}

if (import.meta.main) await buildReport();
