import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../src/in-folder.ts";

test.for(["/home/ana/.local/share", "/", "/home/ana/"])("In %s a file is where path.join says", (folder) => {
  expect(inFolder(folder, "estatus", "estatus.db")).toBe(path.join(folder, "estatus", "estatus.db"));
});
