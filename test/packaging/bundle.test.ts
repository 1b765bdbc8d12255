import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { execa } from "execa";
import { bundle } from "../../packaging/bundle.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "bundle-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function run(files: Record<string, string>, aliases: Record<string, string> = {}): Promise<string> {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  await bundle(path.join(folder, "main.ts"), path.join(folder, "out"), { aliases });
  const result = await execa(process.execPath, [path.join(folder, "out/main.cjs")]);
  return result.stdout;
}

const lazy = 'console.log("lazy runs"); export const value: number = 1;';

test("a module that is only imported dynamically is in the bundle and does not run before its import", async () => {
  const main = 'console.log("start"); import("./lazy.ts").then(({ value }) => console.log(value));';
  expect(await run({ "main.ts": main, "lazy.ts": lazy })).toBe("start\nlazy runs\n1");
});

test("a dynamically imported module that is never asked for never runs", async () => {
  const main = 'console.log("start"); if (process.argv[2]) import("./lazy.ts");';
  expect(await run({ "main.ts": main, "lazy.ts": lazy })).toBe("start");
});

const asksForWebview = 'import("@webviewjs/webview").then(console.log, () => console.log("none"));';

test("without the webview its import fails where the program asks for it", async () => {
  expect(await run({ "main.ts": asksForWebview })).toBe("none");
});

test("with the webview at hand it is bundled from there", async () => {
  const webview = path.join(folder, "webview.js");
  fs.writeFileSync(webview, "export const there = true;");
  expect(await run({ "main.ts": asksForWebview }, { "@webviewjs/webview": webview })).toContain("there");
});

const tellsWhatIsLoaded =
  'console.log(process.moduleLoadList.includes("NativeModule child_process") ? "loaded" : "not loaded");';

test("a costly module of Node is not loaded by importing it whole, whatever another file takes from it", async () => {
  const whole = 'import children from "node:child_process"; export const later = () => children.spawn;';
  const part = 'import { ChildProcess } from "node:child_process"; export const now = ChildProcess;';
  const main = `import("./whole.ts").then(({ later }) => {
    ${tellsWhatIsLoaded}
    globalThis.keep = later;
    return import("./part.ts");
  }).then(({ now }) => {
    ${tellsWhatIsLoaded}
    console.log(typeof now);
  });`;
  expect(await run({ "main.ts": main, "whole.ts": whole, "part.ts": part })).toBe(
    "not loaded\nloaded\nfunction",
  );
});

test("what only another system runs is not in the bundle", async () => {
  const main = 'if (process.platform === "win32") console.log("a window"); console.log("all");';
  fs.writeFileSync(path.join(folder, "main.ts"), main);
  const read = async (platform: NodeJS.Platform) => {
    const { chunks } = await bundle(path.join(folder, "main.ts"), path.join(folder, platform), { platform });
    return fs.readFileSync(chunks[0]!, "utf8");
  };
  expect(await read("linux")).not.toContain("a window");
  expect(await read("win32")).toContain("a window");
});

test("what is left out of a bundle is not in it, and its import fails where the program asks for it", async () => {
  fs.writeFileSync(path.join(folder, "lazy.ts"), lazy);
  fs.writeFileSync(
    path.join(folder, "main.ts"),
    'import("./lazy.ts").then(console.log, () => console.log("none"));',
  );
  const out = path.join(folder, "out");
  const { chunks } = await bundle(path.join(folder, "main.ts"), out, { without: /^\.\/lazy/ });
  expect(chunks).toHaveLength(1);
  expect((await execa(process.execPath, chunks)).stdout).toBe("none");
});
