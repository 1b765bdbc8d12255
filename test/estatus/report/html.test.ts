import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { report } from "../../../src/estatus/commands/report.ts";
import type { PageData } from "../../../src/estatus/report/page/data.ts";
import { seededFolder } from "./seeded-store.ts";

// `npm test` builds the page before; it is part of the product.
const T = Date.UTC(2026, 10, 20);
const MINUTE = 60_000;
const evil = "</script><script>alert(1)</script><!--\u202e";
let folder = "";
let page = "";

beforeAll(async () => {
  folder = seededFolder([
    {
      name: evil,
      coveredFrom: T,
      checkedAt: T + 60 * MINUTE,
      outages: [
        {
          earliest: T + 9 * MINUTE,
          latest: T + 10 * MINUTE,
          ended: T + 11 * MINUTE,
          errors: [evil],
          restored: JSON.stringify({ note: evil }),
        },
        { earliest: T + 50 * MINUTE, latest: T + 51 * MINUTE, ended: null },
      ],
    },
  ]);
  const out = path.join(folder, "report.html");
  const window = { since: "2026-11-20T00:00:00Z", until: "2026-11-20T01:00:00Z" };
  expect(await report({ format: "html", ...window, out }, folder)).toBe(0);
  page = fs.readFileSync(out, "utf8");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const elements = (name: string) =>
  [...page.matchAll(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`, "g"))].map((match) => match[1]!);

test("nothing a program, an error or a heartbeat says can become part of the page", () => {
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("\u202e");
});

test("the policy names the page's own script and style, and nothing else may load", () => {
  const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src '${hash(elements("script")[1]!)}'`);
  expect(policy).toContain(`style-src '${hash(elements("style")[0]!)}'`);
  expect(page).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
});

test("the page is told the figures of the json report", () => {
  const data = JSON.parse(elements("script")[0]!) as PageData;
  const [program] = data.programs;
  expect(program).toMatchObject({
    since: T,
    until: T + 60 * MINUTE,
    failures: 2,
    times: { downMin: 10 * MINUTE, downMid: 11 * MINUTE, downMax: 12 * MINUTE, unknown: 0 },
    omitted: 0,
    checkedAt: T + 60 * MINUTE,
  });
  expect(program!.outages.map((one) => one.slice(1, 4))).toEqual([
    [9 * MINUTE, 10 * MINUTE, 11 * MINUTE],
    [50 * MINUTE, 51 * MINUTE, null],
  ]);
  expect(program!.hours.flat().reduce((sum, one) => sum + one)).toBe(2);
});
