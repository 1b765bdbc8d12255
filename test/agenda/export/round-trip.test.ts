import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, unguarded } from "../../../src/agenda/exchange/formula-guard.ts";
import { csvHead, csvLine, type Exported } from "../../../src/agenda/export/csv-text.ts";
import { vcardOf } from "../../../src/agenda/export/vcard-text.ts";
import { readContacts } from "../../../src/agenda/import/read-contacts.ts";

const nasty = fc.constantFrom(
  ..."=+-@\t\r\n'\"\\;,|: ＝＋－＠−\u0000\u001b\u007f\u0085\u00a0\u2028\ufeff\u200b\ufffd",
  "\r\n",
  "\\n",
  "\\;",
  "BEGIN:VCARD",
  "END:VCARD\r\n",
  "=cmd|'/C calc'!A0",
  "+34 600 111 222",
  "José",
  "Ł",
  "𝒜",
  "👩‍🚀",
  ":::",
  "tel:1;ext=2",
  "%41",
);
const piece = fc.oneof(
  nasty,
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 90 }),
);
const field = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
const contacts = fc.array(
  fc.record({ name: field, phone: field }).filter(({ name, phone }) => name !== "" || phone !== ""),
  { minLength: 1, maxLength: 12 },
);

function reread(file: string, text: string): Exported[] {
  const reading = readContacts(Buffer.from(text), file);
  expect(reading.ours).toBe(true);
  return [...reading.slices].flatMap(({ found, unreadable }) => {
    expect(unreadable).toEqual([]);
    return found.map(({ name, phone }) => ({ name, phone }));
  });
}

describe("an export that is imported again", () => {
  it.each([",", ";"])("gives the same contacts from a CSV with %s, whatever they hold", (delimiter) => {
    fc.assert(
      fc.property(contacts, (all) => {
        const text = csvHead(delimiter) + all.map((contact) => csvLine(contact, delimiter)).join("");
        expect(reread("agenda.csv", text)).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same contacts from a vCard, whatever they hold", () => {
    fc.assert(
      fc.property(contacts, (all) => {
        expect(reread("agenda.vcf", all.map(vcardOf).join(""))).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });
});

describe("a cell of an export", () => {
  const runs = [
    "=1+1",
    "+34 600",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "\u200b=1",
  ];

  it.each(runs)("is not what a spreadsheet would run: %j", (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
  });

  it("is given back as it was, apostrophes included", () => {
    fc.assert(fc.property(field, (cell) => void expect(unguarded(guarded(cell))).toBe(cell)));
    expect(unguarded(guarded("'s Gravenhage"))).toBe("'s Gravenhage");
  });

  it("never begins in the middle of a name where another delimiter is usual", () => {
    expect(csvLine({ name: "a;=1", phone: "" }, ",")).toBe('"a;=1",,\r\n');
  });
});
