import { describe, expect, it } from "vitest";
import { readAll } from "./reading-all.ts";
import { speak } from "../../../src/locales/language.ts";

speak("en");

const read = (text: string) => readAll(text, "contactos.csv");
const mobile = "600000001";
const fixed = "911000001";

describe("the headings of a CSV", () => {
  it.each([
    ["Nombre;Fijo;Móvil", `Ana;${fixed};${mobile}`, "Ana"],
    ["Name,Mobile,Home", `Ana,${mobile},${fixed}`, "Ana"],
    ["Nombre;Teléfono;Casa", `Ana;${mobile};${fixed}`, "Ana"],
    ["Nombre;Particular;Oficina", `Ana;${mobile};${fixed}`, "Ana"],
    ["NOMBRE;TLF. MÓVIL;TFNO. TRABAJO", `Ana;${mobile};${fixed}`, "Ana"],
    ["firstName,lastName,phoneNumber,homePhone", `Ana,Peña,${mobile},${fixed}`, "Ana Peña"],
    ["Nombre;Apellido 1;Apellido 2;Tfno.;Tfno. 2", `Ana;Peña;Ruiz;${mobile};${fixed}`, "Ana Peña Ruiz"],
    ["Apellido1;Apellido2;Nombre;Telefono1;Telefono2", `Peña;Ruiz;Ana;${mobile};${fixed}`, "Ana Peña Ruiz"],
    ["Nombre;1er apellido;2º apellido;Tel.;Fijo", `Ana;Peña;Ruiz;${mobile};${fixed}`, "Ana Peña Ruiz"],
    [
      "Nombre;Primer apellido;Segundo apellido;Móv;Cel;Fijo",
      `Ana;Peña;Ruiz;;${mobile};${fixed}`,
      "Ana Peña Ruiz",
    ],
    [
      "Nombre;Apellido paterno;Apellido materno;Celular;Casa",
      `Ana;Peña;Ruiz;${mobile};${fixed}`,
      "Ana Peña Ruiz",
    ],
    ["Nom;Cognoms;Telèfon;Mòbil", `Ana;Peña Ruiz;${fixed};${mobile}`, "Ana Peña Ruiz"],
    ["Nome;Apelidos;Móbil;Fixo", `Ana;Peña;${mobile};${fixed}`, "Ana Peña"],
    ["Nome;Sobrenome;Telemóvel;Telefone fixo", `Ana;Peña;${mobile};${fixed}`, "Ana Peña"],
    ["Prénom;Nom;Portable;Bureau", `Ana;Peña;${mobile};${fixed}`, "Ana Peña"],
    ["Nom et prénom;Téléphone;Fixe", `Peña Ana;${mobile};${fixed}`, "Peña Ana"],
    ["Cognome;Nome;Cellulare;Ufficio", `Peña;Ana;${mobile};${fixed}`, "Ana Peña"],
    ["Vorname;Name;Handy;Festnetz", `Ana;Peña;${mobile};${fixed}`, "Ana Peña"],
    ["Vorname;Nachname;Mobilnummer;Tel. geschäftlich", `Ana;Peña;${mobile};${fixed}`, "Ana Peña"],
    ["Nombre;Telf. fijo;Telf. móvil", `Ana;${fixed};${mobile}`, "Ana"],
    ["Nombre;Teléfono;WhatsApp", `Ana;${fixed};${mobile}`, "Ana"],
    ["Name;Ph;Mob.", `Ana;${fixed};${mobile}`, "Ana"],
    ["Nombre;Móvil;Contacto telefónico", `Ana;${mobile};${fixed}`, "Ana"],
    ["Name,Mobile No,Contact No.", `Ana,${mobile},${fixed}`, "Ana"],
    ["Name,Given Name,Phone", `Ana Peña,Ana,"${mobile}, ${fixed}"`, "Ana Peña"],
  ])("are understood: %s", (headings, row, name) => {
    const { contacts, unreadable, readAs } = read(`${headings}\n${row}\n`);
    expect(contacts.toSorted()).toEqual([
      [name, mobile],
      [name, fixed],
    ]);
    expect(unreadable).toEqual([]);
    expect(readAs!.left).toEqual([]);
  });

  it("of places head phones only where numbers stand under them", () => {
    const { contacts, readAs } = read(`Nombre;Móvil;Casa;Trabajo\nAna;${mobile};C/ Mayor 3;Panadera\n`);
    expect(contacts).toEqual([["Ana", mobile]]);
    expect(readAs).toEqual({ name: ["Nombre"], phone: ["Móvil"], instead: [], left: ["Casa", "Trabajo"] });
  });

  it("of places head whatever is a phone where the first rows have nothing under them", () => {
    const rows = `Ana;${mobile};\n`.repeat(600);
    const { contacts } = read(`Nombre;Móvil;Casa\n${rows}Luis;;${fixed}\nEva;${mobile};C/ Mayor 3\n`);
    expect(contacts.slice(600)).toEqual([
      ["Luis", fixed],
      ["Eva", mobile],
    ]);
  });

  it("of places with nothing under them leave room for a phone under a heading nobody knows", () => {
    const { contacts } = read(`Nombre;Dónde;Casa\nAna;${mobile};\n`);
    expect(contacts).toEqual([["Ana", mobile]]);
  });

  it.each([
    "Organization 1 - Name",
    "Organization Name",
    "Nombre de la organización",
    "Nombre de la empresa",
    "Nom de l'empresa",
    "Nome dell'azienda",
    "Nombre comercial",
    "Associated Company",
    "Correo primario",
    "Correo electrónico principal",
  ])("have what stands in for a name that is missing: %s", (heading) => {
    const { contacts, readAs } = read(`Nombre;${heading};Móvil\nAna;ACME;${fixed}\n;ACME;${mobile}\n`);
    expect(contacts).toEqual([
      ["Ana", fixed],
      ["ACME", mobile],
    ]);
    expect(readAs).toMatchObject({ name: ["Nombre"], instead: [heading], left: [] });
  });

  it("leave a flat, an address and a post alone where none of them says what the name is", () => {
    const owners = read(`Piso;Propietario;Teléfono\n1ºA;Ana Ruiz;${mobile}\n`);
    expect(owners.contacts).toEqual([["Ana Ruiz", mobile]]);
    const flats = read(`Piso;Quién vive;Teléfono\n1ºA;Ana Ruiz;${mobile}\n`);
    expect(flats.contacts).toEqual([["Ana Ruiz", mobile]]);
    const shops = read(`Código;Nombre comercial;Dirección;Teléfono\n1;Bar Pepe;C/ Mayor 3;${fixed}\n`);
    expect(shops.contacts).toEqual([["Bar Pepe", fixed]]);
    expect(shops.readAs!.left).toEqual(["Código", "Dirección"]);
  });

  it("of several names say which is the name, and which stands in for it", () => {
    const { contacts, readAs } = read(`Nombre;Contacto;Tel.\nACME;Luis;${mobile}\nBeta;;${fixed}\n`);
    expect(contacts).toEqual([
      ["Luis", mobile],
      ["Beta", fixed],
    ]);
    expect(readAs).toMatchObject({ name: ["Contacto"], instead: ["Nombre"] });
  });

  it("of extensions head the phone of a row that has no other, and say so", () => {
    const { contacts, readAs } = read(`Huésped;Extensión;Móvil\nAna;2101;${mobile}\nEva;2102;\n`);
    expect(contacts).toEqual([
      ["Ana", mobile],
      ["Eva", "2102"],
    ]);
    expect(readAs!.phone).toEqual(["Móvil", "Extensión (where there is no other)"]);
    const alone = read("Huésped;Habitación;Extensión\nAna;101;2101\nEva;102;2102\n");
    expect(alone.contacts).toEqual([
      ["Ana", "2101"],
      ["Eva", "2102"],
    ]);
    expect(alone.readAs).toMatchObject({ phone: ["Extensión"], left: ["Habitación"] });
  });

  it("are told one by one: what is a name, a phone, stands in for a name, and is left out", () => {
    const { readAs } = read(`Código;Nombre;Empresa;Tfno.;Notas;;Vacía\n7;Ana;ACME;${mobile};hola;?;\n`);
    expect(readAs).toEqual({
      name: ["Nombre"],
      phone: ["Tfno."],
      instead: ["Empresa"],
      left: ["Código", "Notas", "column F", "Vacía"],
    });
  });

  it("of identity cards and faxes head no phones, also where nothing else does", () => {
    const { contacts, readAs } = read("Nombre;Número de DNI;Fax\nAna;12345678;911000001\n");
    expect(contacts).toEqual([["Ana", ""]]);
    expect(readAs!.left).toEqual(["Número de DNI", "Fax"]);
  });
});

describe("a CSV without headings", () => {
  it("keeps the mail address out of the name, and every phone", () => {
    const { contacts, readAs } = read(
      `Ana Peña;ana@x.es;${mobile};${fixed}\n;luis@x.es;600000002;\nEva;;600000003;\n`,
    );
    expect(contacts).toEqual([
      ["Ana Peña", mobile],
      ["Ana Peña", fixed],
      ["luis@x.es", "600000002"],
      ["Eva", "600000003"],
    ]);
    expect(readAs).toMatchObject({ name: ["column A"], phone: ["column C", "column D"], left: [] });
  });

  it("takes no number for a phone that is too short for one", () => {
    expect(read(`Ana;${mobile};28001;12345678\n`).contacts).toEqual([["Ana", mobile]]);
  });
});
