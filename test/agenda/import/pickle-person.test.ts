import { expect, it } from "vitest";
import { readAll } from "./reading-all.ts";
import { speak } from "../../../src/locales/language.ts";

speak("en");

type Plain = string | number | readonly Plain[] | { readonly [key: string]: Plain };

// Protocol 2, as Python writes numbers, text, lists and dicts.
function opcodes(value: Plain): Buffer {
  if (typeof value === "number") {
    const bytes = Buffer.from("J....");
    bytes.writeInt32LE(value, 1);
    return bytes;
  }
  if (typeof value === "string") {
    const text = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([Buffer.from("X"), length, text]);
  }
  const [begin, items, end] = Array.isArray(value)
    ? ["](", value, "e"]
    : ["}(", Object.entries(value).flat(), "u"];
  return Buffer.concat([Buffer.from(begin), ...items.map(opcodes), Buffer.from(end)]);
}

const read = (value: Plain) =>
  readAll(Buffer.concat([Buffer.from("8002", "hex"), opcodes(value), Buffer.from(".")]), "contactos.pickle");

it.each<[string, Plain, [string, string][]]>([
  [
    "phones under several keys",
    [{ nombre: "Ana", telefono: "600000001", telefono2: "911000001", fijo: "911000002", casa: "911000003" }],
    [
      ["Ana", "600000001"],
      ["Ana", "911000001"],
      ["Ana", "911000002"],
      ["Ana", "911000003"],
    ],
  ],
  [
    "phones by place under a name",
    {
      Ana: { movil: "600000001", casa: "911000001" },
      Luis: { fijo: "911000002", trabajo: "911000003" },
      Eva: { trabajo: "Panadera", mobile: "600000004" },
    },
    [
      ["Ana", "600000001"],
      ["Ana", "911000001"],
      ["Luis", "911000002"],
      ["Luis", "911000003"],
      ["Eva", "600000004"],
    ],
  ],
  [
    "names that are words for phones",
    { Ana: "600000001", Casa: "911000001", Luis: "600000002", Móvil: "600000003" },
    [
      ["Ana", "600000001"],
      ["Casa", "911000001"],
      ["Luis", "600000002"],
      ["Móvil", "600000003"],
    ],
  ],
  [
    "last names in two fields",
    [{ Nombre: "Ana", Apellido1: "Peña", Apellido2: "Ruiz", Tfno: "600000001" }],
    [["Ana Peña Ruiz", "600000001"]],
  ],
  [
    "a last name in French",
    [{ prenom: "Jean", nom: "Dupont", tel: "600000001" }],
    [["Jean Dupont", "600000001"]],
  ],
  [
    "columns under their headings, and somebody without a phone",
    {
      nombre: ["Ana", "Eva", "Luis"],
      apellidos: ["Ruiz", "", "Gil"],
      telefono: ["600000001", "", "ext 5"],
      email: ["a@x.es"],
    },
    [
      ["Ana Ruiz", "600000001"],
      ["Eva", ""],
      ["Luis Gil", "ext 5"],
    ],
  ],
  [
    "columns by the number of the row, as pandas gives a table",
    { nombre: { 0: "Ana", 1: "Eva" }, telefono: { 1: "600000002", 0: 600000001 } },
    [
      ["Ana", "600000001"],
      ["Eva", "600000002"],
    ],
  ],
  [
    "a name in parts of its own",
    [{ nombre: { nombre: "Ana", apellido: "Ruiz" }, telefono: "600000001" }],
    [["Ana Ruiz", "600000001"]],
  ],
  [
    "rows of a database, and those who have no phone",
    [
      [99, "Ana", "600000001"],
      [100, "Eva", ""],
      [101, "", "600000003"],
    ],
    [
      ["Ana", "600000001"],
      ["Eva", ""],
      ["", "600000003"],
    ],
  ],
  [
    "lists of phones under names, and an empty one",
    { Ana: ["600000001"], Eva: [] },
    [
      ["Ana", "600000001"],
      ["Eva", ""],
    ],
  ],
  ["a company for a name", [{ nombre: "", empresa: "ACME", telefono: "600000001" }], [["ACME", "600000001"]]],
])("A pickle is read with %s", (_, value, expected) => {
  expect(read(value).contacts).toEqual(expected);
});

it.each<[string, Plain]>([
  ["columns of unlike length", { nombre: ["Ana", "Eva", "Luis"], telefono: ["600000001", "600000002"] }],
  ["a name that is a list", [{ nombre: ["Ana", "Ruiz"], telefono: "600000001" }]],
])("A pickle with %s gives no contact without its name", (_, value) => {
  expect(read(value)).toMatchObject({
    contacts: [],
    unreadable: [[1, "This entry is not a name and a phone."]],
  });
});

it("A table of a thousand columns that are one and the same long list is not gone through cell by cell", () => {
  const long = Buffer.concat([
    Buffer.from("]q\0("),
    Buffer.concat(Array.from({ length: 50_000 }, () => opcodes("Ana"))),
    Buffer.from("e"),
  ]);
  const columns = Array.from({ length: 1_000 }, (_, at) => [
    opcodes(`telefono ${at}`),
    at === 0 ? long : Buffer.from("h\0"),
  ]).flat();
  const file = Buffer.concat([
    Buffer.from("8002", "hex"),
    Buffer.from("}("),
    ...columns,
    opcodes("nombre"),
    Buffer.from("h\0u."),
  ]);
  expect(readAll(file, "contactos.pickle")).toMatchObject({ contacts: [] });
});

it("What the fields of a pickle are read as is told, and which are left out", () => {
  const people = [
    { nombre: "Ana", telefono: "600000001", notas: "" },
    { nombre: "Eva", telefono: "600000002", notas: "x", casa: "C/ Mayor 3", email: "e@x.es" },
  ];
  expect(read(people).readAs).toEqual({
    name: ["nombre"],
    phone: ["telefono"],
    instead: ["email"],
    left: ["notas", "casa"],
  });
});

it("What the values of rows without fields are read as is told by their places, and which are left out", () => {
  const { contacts, readAs } = read([
    ["José", "Muñoz", "600000001"],
    ["Ana", "Ruiz", "600000002", "ana@x.es", "Madrid"],
    ["Eva", ["600000003"]],
  ]);
  expect(contacts).toEqual([
    ["José Muñoz", "600000001"],
    ["Ana Ruiz", "600000002"],
    ["Eva", "600000003"],
  ]);
  expect(readAs).toEqual({
    name: ["value 1", "value 2"],
    phone: ["value 2", "value 3"],
    instead: [],
    left: ["value 4", "value 5"],
  });
});
