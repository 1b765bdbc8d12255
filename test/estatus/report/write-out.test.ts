import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { AppError } from "../../../src/app-error.ts";
import { writeWhereAsked } from "../../../src/estatus/report/write-out.ts";
import { newHome } from "../../support/home.ts";

function* failing(error: Error): Generator<string> {
  yield "half of it\n";
  throw error;
}

test.for([
  Object.assign(new Error("database disk image is malformed"), { code: "SQLITE_CORRUPT" }),
  new AppError("no-page", "The html report's page is not there.", "Build it."),
])("What could not be read is not said to be a place that could not be written to: %s", async (error) => {
  using home = newHome();
  const out = path.join(home.folder, "report.csv");
  await expect(writeWhereAsked(out, failing(error))).rejects.toBe(error);
  expect(fs.existsSync(out)).toBe(false);
});
