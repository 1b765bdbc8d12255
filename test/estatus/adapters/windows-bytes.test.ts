import { expect, test } from "vitest";
import { fileTimeMs } from "../../../src/estatus/adapters/windows-file-time.ts";
import { sidText } from "../../../src/estatus/adapters/windows-token.ts";

test("a FILETIME counts tenths of microseconds since 1601", () => {
  expect(fileTimeMs(116_444_736_000_000_000n)).toBe(0);
  expect(fileTimeMs(134_398_211_571_469_030n)).toBe(Date.UTC(2026, 10, 22, 11, 39, 17, 146));
});

test("a SID is written as people know it", () => {
  const bytes = Buffer.from("010500000000000515000000010000000200000003000000e8030000", "hex");
  expect(sidText(bytes)).toBe("S-1-5-21-1-2-3-1000");
});

test("bytes after the SID are not part of it", () => {
  expect(sidText(Buffer.from("01010000000000051200000000ffff", "hex"))).toBe("S-1-5-18");
});
