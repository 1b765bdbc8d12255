import { describe, expect, it } from "vitest";
import { csvHead, csvLine } from "../../../src/agenda/export/csv-text.ts";
import { readAll } from "./reading-all.ts";
import { speak } from "../../../src/locales/language.ts";

const contactsIn = (text: string | Uint8Array) => readAll(text, "contactos.csv").contacts;

speak("en");

const ana = ["Ana Núñez", "600 111 222"];
const latin = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

describe("a CSV of contacts", () => {
  it.each<[string, string | Uint8Array]>([
    ["Excel in Spanish: semicolons and Windows-1252", latin("Nombre;Teléfono\r\nAna Núñez;600 111 222\r\n")],
    ["a byte order mark", "\uFEFFNombre,Teléfono\nAna Núñez,600 111 222\n"],
    ["UTF-16, as Excel's Unicode text: tabs", utf16("Nombre\tTeléfono\r\nAna Núñez\t600 111 222\r\n")],
    ["UTF-16, big-endian", utf16("Nombre;Teléfono\r\nAna Núñez;600 111 222\r\n").swap16()],
    ["UTF-16 without a mark", utf16("Nombre;Teléfono\r\nAna Núñez;600 111 222\r\n").subarray(2)],
    ["the line with which Excel is told the delimiter", "sep=|\r\nName|Phone\r\nAna Núñez|600 111 222\r\n"],
    ["no heading", "Ana Núñez,600 111 222\n"],
    ["no heading, and the phone first", "600 111 222;Ana Núñez"],
    ["no heading, and last names apart", "Ana;Núñez;600 111 222"],
    ["no heading, and more columns", "1,Ana Núñez,2020-01-02,600 111 222,28001,Madrid\n"],
    ["a heading nobody knows for the phone", "Nombre,Dónde\nAna Núñez,600 111 222\n"],
    ["a heading nobody knows for the name", "Quién,Móvil\nAna Núñez,600 111 222\n"],
    ["the phone first", "PHONE,NAME\n600 111 222,Ana Núñez\n"],
    ["old Macintosh line ends", "Nombre;Tel.\rAna Núñez;600 111 222\r"],
    ["everything quoted", '"Nombre","Nº de teléfono"\r\n"Ana Núñez","600 111 222"\r\n'],
    ["empty lines and rows", "\n\nName,Mobile\n,\nAna Núñez,600 111 222\n\n , \n"],
    ["first and last names", "Apellidos;Nombre;Teléfono móvil\nNúñez;Ana;600 111 222\n"],
    [
      "Google Contacts, old",
      "Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value\nAna Núñez,Ana,Núñez,Mobile,600 111 222\n",
    ],
    [
      "Google Contacts, new",
      "First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\nAna,,Núñez,,ACME,a@b.es,Mobile,600 111 222\n",
    ],
    [
      "Outlook",
      '"Title","First Name","Last Name","Company","Business Fax","Business Phone","Mobile Phone"\n"Sra.","Ana","Núñez","ACME","999","","600 111 222"\n',
    ],
    [
      "Outlook in Spanish",
      '"Tratamiento","Nombre","Apellidos","Organización","Fax del trabajo","Teléfono móvil"\n"Sra.","Ana","Núñez","ACME","999","600 111 222"\n',
    ],
    [
      "Thunderbird",
      "First Name,Last Name,Display Name,Nickname,Primary Email,Work Phone,Pager Number\nAna,N.,Ana Núñez,,,600 111 222,\n",
    ],
  ])("is read with %s", (_, bytes) => {
    expect(contactsIn(bytes)).toEqual([ana]);
  });

  it("gives one contact for each phone of a person", () => {
    const google =
      "Name,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\nAna,600 111 222 ::: 600 111 333,Casa,915 55 12 34\n";
    expect(contactsIn(google)).toEqual([
      ["Ana", "600 111 222"],
      ["Ana", "600 111 333"],
      ["Ana", "915 55 12 34"],
    ]);
  });

  it("finds the heading under a title, and says that the title is no contact", () => {
    const { contacts, unreadable } = readAll("Agenda del taller;\n;\nNombre;Teléfono\nAna;600\n", "x.csv");
    expect(contacts).toEqual([["Ana", "600"]]);
    expect(unreadable).toEqual([[1, "This row looks like a heading."]]);
  });

  it("takes the company for a name where there is none, and keeps a phone without any", () => {
    expect(contactsIn("Nombre;Empresa;Teléfono\n;ACME;600\n;;700\n")).toEqual([
      ["ACME", "600"],
      ["", "700"],
    ]);
  });

  it("keeps quotes, delimiters and line breaks inside quotes", () => {
    expect(contactsIn('Name,Phone\n"O""Brien, Ana\nMaría","600;1"\n')).toEqual([
      ['O"Brien, Ana\nMaría', "600;1"],
    ]);
  });

  it("takes a cell with several whole numbers for that many, and any other as it stands", () => {
    const file =
      'Nombre;Teléfono\nAna;600111222 / 915 55 12 34\nBea;"600111222,\n+34 915551234"\nEva;915 55 12 34/35\nZoe;600111222, ext. 9\n';
    expect(contactsIn(file)).toEqual([
      ["Ana", "600111222"],
      ["Ana", "915 55 12 34"],
      ["Bea", "600111222"],
      ["Bea", "+34 915551234"],
      ["Eva", "915 55 12 34/35"],
      ["Zoe", "600111222, ext. 9"],
    ]);
  });

  it("takes a number that a program wrote as an amount, with all its digits, for the phone it was", () => {
    const file = "Name,Phone\nA,600111222.0\nB,6.00111222E8\nC,3.4600111222E10\nD,600.111.222\nE,6E+08\n";
    const { contacts, unreadable } = readAll(file, "x.csv");
    expect(contacts).toEqual([
      ["A", "600111222"],
      ["B", "600111222"],
      ["C", "34600111222"],
      ["D", "600.111.222"],
    ]);
    expect(unreadable.map(([row]) => row)).toEqual([6]);
  });

  it("takes an amount as a spreadsheet shows it, and a number that an apostrophe keeps, for the phone it was", () => {
    const cells: [string, string][] = [
      ["600.111.222,00", "600.111.222"],
      ["600,111,222.00", "600,111,222"],
      ["600 111 222,00", "600 111 222"],
      ["'600111222", "600111222"],
      ["'+34 600", "+34 600"],
      ["600.111.222", "600.111.222"],
      ["91.222.33.00", "91.222.33.00"],
      ["600.111.000", "600.111.000"],
      ["915,00", "915,00"],
    ];
    for (const [cell, phone] of cells)
      expect(contactsIn(`Nombre;Teléfono\nAna;${cell}\n`), cell).toEqual([["Ana", phone]]);
  });

  it("takes a dash for no phone, and names a row in which a spreadsheet wrote signs for one", () => {
    expect(contactsIn("Nombre;Teléfono;Móvil\nAna;-;600111222\nEva;--;?\n")).toEqual([
      ["Ana", "600111222"],
      ["Eva", ""],
    ]);
    const { contacts, unreadable } = readAll(
      "Nombre;Teléfono\nAna;#######\nEva;#¡VALOR!\nLuis;#N/A\nBob;#31#600111222\n",
      "x.csv",
    );
    expect(contacts).toEqual([["Bob", "#31#600111222"]]);
    expect(unreadable).toEqual([2, 3, 4].map((row) => [row, expect.stringContaining("wrote signs for it")]));
  });

  it("takes no identity card for a part of the name where no heading says what it is", () => {
    const rows = "12345678Z;Ana;Ruiz;600111222\nX1234567L;Eva;Gil;600111223\nB12345678;ACME;SL;600111224\n";
    expect(contactsIn(rows)).toEqual([
      ["Ana Ruiz", "600111222"],
      ["Eva Gil", "600111223"],
      ["ACME SL", "600111224"],
    ]);
  });

  it("knows quotes that come after a blank", () => {
    expect(contactsIn('Phone, Name\n"600", "Ruiz, Ana"\n')).toEqual([["Ruiz, Ana", "600"]]);
  });

  it("takes a contact column for a phone where it holds numbers", () => {
    const expected = [["Ana", "600111222"]];
    expect(contactsIn("Nombre;Contacto\nAna;600111222\n")).toEqual(expected);
    expect(contactsIn("Contacto;Teléfono\nAna;600111222\n")).toEqual(expected);
    expect(contactsIn("Nombre;Contacto;Móvil\nAna;600111222;600111333\n")).toEqual([
      ...expected,
      ["Ana", "600111333"],
    ]);
  });

  it("takes a number column for a phone only where no other one is", () => {
    const expected = [["Ana", "600111222"]];
    const file = "Número;Nombre;Teléfono;Número de DNI;Passport number\n00123;Ana;600111222;12345678;XDA\n";
    expect(contactsIn(file)).toEqual(expected);
    expect(contactsIn("Nombre;Número\nAna;600111222\n")).toEqual(expected);
    expect(contactsIn("Name,Home number,Mobile\nAna,600111222,600111333\n")).toEqual([
      ...expected,
      ["Ana", "600111333"],
    ]);
  });

  it("understands a number kept from a spreadsheet, and names one that a spreadsheet rounded", () => {
    const { contacts, unreadable } = readAll(
      'Name,Mobile,Home Phone\nAna,"=""600111222""",\nBob,6.00111E+08,915\nEva,"6,00111E+08",\n',
      "x.csv",
    );
    expect(contacts).toEqual([
      ["Ana", "600111222"],
      ["Bob", "915"],
    ]);
    expect(unreadable.map(([row]) => row)).toEqual([3, 4]);
  });

  it("names a number that a spreadsheet rounded in a file of Agenda's own, and none that a contact has", () => {
    const written = csvLine({ name: "Eva", phone: "6E+08" }, ";");
    const { contacts, unreadable } = readAll(`${csvHead(";")}Ana;3,46E+10;\n${written}Bob;600;\n`, "x.csv");
    expect(contacts).toEqual([
      ["Eva", "6E+08"],
      ["Bob", "600"],
    ]);
    expect(unreadable.map(([row]) => row)).toEqual([2]);
  });

  it("leaves an apostrophe alone in a file that is not Agenda's own", () => {
    expect(contactsIn("Name,Phone\n's Gravenhage,600\n")).toEqual([["'s Gravenhage", "600"]]);
  });

  it("says which rows it could not read, counting as a spreadsheet does, and reads on behind them", () => {
    const { contacts, rows, unreadable } = readAll(
      'Name,Phone,Fax\nAna,600,\n"Bob,700\n,,5\nC"arl,800,\n"Eva\nMar",900,\n',
      "contactos.csv",
    );
    expect(contacts).toEqual([
      ["Ana", "600"],
      ['C"arl', "800"],
      ["Eva\nMar", "900"],
    ]);
    expect(rows).toEqual([2, 5, 6]);
    expect(unreadable).toEqual([
      [3, "A quote is opened in this row and never closed."],
      [4, "There is neither a name nor a phone in this row."],
    ]);
  });

  it("names a row with more cells than headings where a comma has parted the name, and reads one where it has parted a note", () => {
    const file =
      'Contacto,Tel,Notas\n"García, Ana",600,\nLópez, Luis,700,\nLópez, Luis,700,x\nEva,800,uno, dos\n';
    const { contacts, unreadable } = readAll(file, "x.csv");
    expect(contacts).toEqual([
      ["García, Ana", "600"],
      ["Eva", "800"],
    ]);
    expect(unreadable).toEqual([3, 4].map((row) => [row, expect.stringContaining("more cells than")]));
    expect(readAll("Tel,Nombre\n600,López, Luis\n", "x.csv")).toMatchObject({
      contacts: [],
      unreadable: [[2, expect.stringContaining("more cells than")]],
    });
  });

  it("names a first row that looks like a heading instead of losing or keeping it", () => {
    const { contacts, unreadable } = readAll("quién,cuál\nAna,600111222\nBob,600111333\n", "x.csv");
    expect(contacts).toHaveLength(2);
    expect(unreadable).toEqual([[1, "This row looks like a heading."]]);
  });

  it("is read whole when it is far longer than one stretch, quoted rows among plain ones", () => {
    const lines = Array.from({ length: 60_000 }, (_, i) =>
      i % 7_000 === 0 ? `"N\n${i}",${i + 600_000}` : `N${i},${i + 600_000}`,
    );
    const { contacts, rows, unreadable } = readAll(`Name,Phone\r\n${lines.join("\r\n")}`, "long.csv");
    expect(unreadable).toEqual([]);
    expect(contacts).toHaveLength(60_000);
    expect(contacts[7_000]).toEqual(["N\n7000", "607000"]);
    expect(rows.at(-1)).toBe(60_001);
  });
});

// As every packed file begins: its mark, 22 bytes of no matter here, the length of a name, the name and what it holds.
const zipOf = (name: string) =>
  Buffer.concat([
    Buffer.from("504b0304", "hex"),
    Buffer.alloc(22),
    Buffer.from([name.length, 0, 0, 0]),
    Buffer.from(`${name}BEGIN:VCARD\r\n`),
  ]);

describe("a file", () => {
  it.each([
    ["empty", "", "x.csv", "import-empty"],
    ["of no known kind", "whatever", "x.docx", "import-unknown"],
    ["a workbook", "PK\x03\x04\x14\0", "contactos.xlsx", "import-workbook"],
    ["a workbook named CSV", "PK\x03\x04\x14\0,600111222\n", "x.csv", "import-workbook"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "x.xls", "import-workbook"],
    ["a workbook whole", zipOf("[Content_Types].xml"), "contactos.xlsx", "import-workbook"],
    ["a packed vCard", zipOf("contactos.vcf"), "contactos.zip", "import-archive"],
    ["a packed vCard named so", zipOf("Ana.vcf"), "contactos.vcf", "import-archive"],
    ["a web page", "<!DOCTYPE html><table><tr><td>Ana</td></tr></table>", "x.csv", "import-document"],
    [
      "a page of XML that a program calls a workbook",
      '\n<?xml version="1.0"?><Workbook/>',
      "x.csv",
      "import-document",
    ],
    ["a PDF", "%PDF-1.4\n1 0 obj", "x.csv", "import-document"],
    ["of bytes that are no text", Buffer.from("0001f30706ff9c1d02a5\n", "hex"), "x.csv", "import-no-text"],
    ["named pickle that is none", "Name,Phone", "x.pickle", "pickle-broken"],
  ])("that is %s is refused with a sentence", (_, content, file, code) => {
    expect(() => readAll(content, file)).toThrow(expect.objectContaining({ code }));
  });

  it("is read although something strange stands in a name", () => {
    expect(readAll("Name,Phone\nA\0na <x>,600\n", "x.csv").contacts).toEqual([["A\0na <x>", "600"]]);
  });

  it("is what its content says where its name says otherwise", () => {
    const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:600\r\nEND:VCARD\r\n";
    expect(readAll(card, "contactos.csv").contacts).toEqual([["Ana", "600"]]);
    expect(readAll("(lp0\n(VAna\nV600\ntp1\na.", "contactos").contacts).toEqual([["Ana", "600"]]);
  });
});
