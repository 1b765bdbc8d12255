// The least that an own window costs: the same Node and the same engine, a page with nothing in it, shown once loaded.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const parts = path.join(import.meta.dirname, "../../dist/parts");
const folder = (start) =>
  path.join(
    parts,
    fs.readdirSync(parts).find((name) => name.startsWith(start)),
  );
const addon = folder("@webviewjs+webview-linux-x64-gnu@");
process.env.NAPI_RS_NATIVE_LIBRARY_PATH = path.join(
  addon,
  fs.readdirSync(addon).find((name) => name.endsWith(".node")),
);
const { Application } = createRequire(import.meta.url)(folder("@webviewjs+webview@"));

const app = new Application();
const window = app.createBrowserWindow({ title: "Empty", width: 420, height: 640, visible: false });
window
  .createWebview({ url: "data:text/html,<title>Empty</title>" })
  .on("page-load-finished", () => window.show());
setInterval(() => app.pumpEvents(), 16);
