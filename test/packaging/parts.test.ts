import { expect, test } from "vitest";
import lock from "../../packaging/parts.lock.json" with { type: "json" };
import { verifyIntegrity } from "../../packaging/parts.ts";

const content = Buffer.from("a part");
const integrity =
  "sha512-RFa8LPDxH67WSeb9KLQ9TkQ8cjwWHgjX7XiPEIyeD9LRlOY8lNnq9Z6wge89sj1fmQQuqlclis9WLPA4Yp+1Lg==";

test("a part with the content that is named is taken", () => {
  expect(() => verifyIntegrity(content, integrity, "x")).not.toThrow();
});

test("a part with any other content is refused by name", () => {
  expect(() => verifyIntegrity(Buffer.from("a pard"), integrity, "x@1")).toThrow(/^x@1 is not what/);
});

test("every part is pinned to an exact version by a sha512 hash", () => {
  for (const [name, hash] of Object.entries(lock)) {
    expect(name).toMatch(/@\d+\.\d+\.\d+$/);
    expect(hash).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  }
});
