import { describe, expect, it } from "vitest";
import { readAll } from "./reading-all.ts";
import { speak } from "../../../src/locales/language.ts";

speak("en");

const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");
const contactsIn = (text: string | Uint8Array) => readAll(text, "contactos.vcf").contacts;

describe("a vCard 2.1", () => {
  it.each([
    ["quoted-printable in UTF-8", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 N=C3=BA=C3=B1ez"],
    ["quoted-printable in Latin-1", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Jos=E9 N=FA=F1ez"],
    ["quoted-printable that names no charset", "FN;QUOTED-PRINTABLE:Jos=E9 N=FA=F1ez"],
    [
      "quoted-printable in a charset nobody knows",
      "FN;CHARSET=X-FOO;QUOTED-PRINTABLE:Jos=C3=A9 N=C3=BA=C3=B1ez",
    ],
    ["a soft line break", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 =\r\nN=C3=BA=\r\n=C3=B1ez"],
    ["a name in parts", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos=C3=A9;;;"],
    ["a folded line", "FN:José\r\n Núñez"],
  ])("is read with %s", (_, line) => {
    expect(contactsIn(card("VERSION:2.1", line, "TEL;CELL;VOICE:600 111 222"))).toEqual([
      ["José Núñez", "600 111 222"],
    ]);
  });

  it("in Windows-1252 is read as such", () => {
    expect(contactsIn(Buffer.from(card("VERSION:2.1", "FN:José", "TEL:600"), "latin1"))).toEqual([
      ["José", "600"],
    ]);
  });

  it("keeps commas and backslashes, which it does not escape", () => {
    const lines = ["VERSION:2.1", "FN:Núñez, José \\ hijo\\; nieto", "TEL:600"];
    expect(contactsIn(card(...lines))).toEqual([["Núñez, José \\ hijo; nieto", "600"]]);
  });

  it.each([
    ["a label of one's own", ["item1.TEL:999", "item1.X-ABLabel:Fax"]],
    ["Apple's word for it", ["item1.TEL;type=pref;type=VOICE:999", "item1.X-ABLabel:_$!<WorkFAX>!$_"]],
    ["Android's label", ["TEL;X-Fax%20casa:999"]],
  ])("leaves out a fax that is told by %s, and no phone beside it", (_, fax) => {
    const phones = ["item2.TEL:600", "item2.X-ABLabel:Tel/Fax", "TEL;X-Trabajo:700"];
    expect(contactsIn(card("VERSION:3.0", "FN:Ana", ...fax, ...phones))).toEqual([
      ["Ana", "600"],
      ["Ana", "700"],
    ]);
  });

  it("leaves out faxes, photos and the cards of agents", () => {
    const photo = ["PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ", " TEL=", "", ""];
    const agent = ["AGENT:", "BEGIN:VCARD", "FN:Otra", "TEL:1", "END:VCARD"];
    const lines = ["VERSION:2.1", "FN:Ana", ...photo, ...agent, "TEL;WORK;FAX:999", "TEL;HOME:600"];
    expect(contactsIn(card(...lines))).toEqual([["Ana", "600"]]);
  });
});

describe("a vCard 3.0 or 4.0", () => {
  it.each([
    ["escapes", "FN:N\\, a\\;b \\\\ c\\nd", "N, a;b \\ c\nd"],
    ["escapes beyond the standard's", "FN:a\\:b", "a:b"],
    ["a fold in the middle of a word", "FN:Jo\r\n sé\r\n\t!", "José!"],
    ["a group and parameters", 'item1.FN;LANGUAGE=es;SORT-AS="a:b;c":José', "José"],
    ["a name in parts only", "FN:\r\nN:Núñez;Ana,Eva;María;Sra.;", "Sra. Ana Eva María Núñez"],
    ["a company only", "ORG:ACME;Ventas;", "ACME, Ventas"],
    ["a semicolon and a comma in a company", "ORG:ACME\\; SL, Madrid;Dept\\, 2", "ACME; SL, Madrid, Dept, 2"],
    ["lower case", "fn:Ana", "Ana"],
  ])("is read with %s", (_, line, name) => {
    expect(contactsIn(card("VERSION:3.0", line, "TEL;TYPE=CELL:600"))).toEqual([[name, "600"]]);
  });

  it("gives one contact for each phone, its address forms understood", () => {
    const lines = [
      "VERSION:4.0",
      "FN:Ana",
      'TEL;VALUE=uri;TYPE="voice,home":tel:+34-600-111;ext=12',
      "TEL;VALUE=text:700",
      "TEL:700",
    ];
    expect(contactsIn(card(...lines))).toEqual([
      ["Ana", "+34-600-111 ext. 12"],
      ["Ana", "700"],
    ]);
  });

  it("reads the address of a telephone also where nothing says that it is one, and the code that stands apart in it", () => {
    const lines = [
      "VERSION:4.0",
      "FN:Ana",
      "TEL:tel:+34600111222",
      "TEL;VALUE=uri:tel:600111333;phone-context=+34",
      "TEL;VALUE=uri:tel:204;phone-context=example.com",
    ];
    expect(contactsIn(card(...lines))).toEqual([
      ["Ana", "+34600111222"],
      ["Ana", "+34 600111333"],
      ["Ana", "204"],
    ]);
  });

  it("is read as UTF-8 also where its lines are folded in the middle of a letter", () => {
    const bytes = Buffer.from(card("VERSION:3.0", "FN:José Núñez", "TEL:600"));
    const at = bytes.indexOf("ñ") + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from("\r\n "), bytes.subarray(at)]);
    expect(contactsIn(folded)).toEqual([["José Núñez", "600"]]);
    const latin = Buffer.from(card("VERSION:3.0", "FN:José", " N", " ¿", "TEL:600"), "latin1");
    expect(contactsIn(latin)).toEqual([["JoséN¿", "600"]]);
  });

  it.each(["KIND:group", "X-ADDRESSBOOKSERVER-KIND:Group"])("of a group is no contact: %s", (kind) => {
    const { contacts, unreadable } = readAll(
      card("VERSION:4.0", kind, "FN:Trabajo", "MEMBER:urn:uuid:1"),
      "x.vcf",
    );
    expect(contacts).toEqual([]);
    expect(unreadable).toEqual([[1, "This card is a group of contacts, and not a contact."]]);
    expect(contactsIn(card("VERSION:4.0", "KIND:org", "FN:ACME", "TEL:600"))).toEqual([["ACME", "600"]]);
  });

  it("says which cards it could not read, and reads on behind them", () => {
    const file = [
      card("VERSION:3.0", "FN:Ana", "TEL:600"),
      card("VERSION:3.0", "NOTE:nothing"),
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut",
      `\r\n${card("VERSION:4.0", "FN:Bob", "this is no property", "TEL:700")}`,
      "BEGIN:VCARD\r\nFN:Cut too",
    ].join("");
    const { contacts, rows, unreadable } = readAll(file, "x.vcf");
    expect(contacts).toEqual([
      ["Ana", "600"],
      ["Bob", "700"],
    ]);
    expect(rows).toEqual([1, 4]);
    expect(unreadable).toEqual([
      [2, "There is neither a name nor a phone in this card."],
      [3, "This card has no end: the file may be cut off."],
      [5, "This card has no end: the file may be cut off."],
    ]);
  });

  it("with a photo of megabytes is read in no time", () => {
    const photo = Array.from({ length: 60_000 }, () => ` ${"A".repeat(74)}`);
    expect(contactsIn(card("VERSION:3.0", "FN:Ana", "PHOTO;ENCODING=b:AAAA", ...photo, "TEL:600"))).toEqual([
      ["Ana", "600"],
    ]);
  });
});
