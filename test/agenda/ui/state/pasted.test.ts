import { expect, test } from "vitest";
import { readPasted } from "../../../../src/agenda/ui/state/pasted.ts";

test.for([
  ["Juan Pérez\n600 123 123", "Juan Pérez", "600 123 123"],
  ["Juan Pérez\r\n\r\n+34 600 123 123\r\n", "Juan Pérez", "+34 600 123 123"],
  ["Juan Pérez\nDirector\nTel.: 600 123 123", "Juan Pérez Director", "Tel.: 600 123 123"],
  ["Juan Pérez 600 123 123", "Juan Pérez", "600 123 123"],
  ["Juan Pérez: (+34) 600 123 123", "Juan Pérez", "(+34) 600 123 123"],
  ["Juan - 0034 600123123", "Juan", "0034 600123123"],
  ["Ana;600000001", "Ana", "600000001"],
  ["Eva 600 000 003", "Eva", "600 000 003"],
  ["Eva 600 001 234", "Eva", "600 001 234"],
  ["Eva 0034 600 001 234", "Eva", "0034 600 001 234"],
  ["Eva +34 600 001 234", "Eva", "+34 600 001 234"],
  ["Bar 2000 912 345 678", "Bar 2000", "912 345 678"],
  ["Sala 1 912345678", "Sala 1", "912345678"],
  ["Ola 12 34 56 78", "Ola", "12 34 56 78"],
  ["Ana 912345678 / 600123123", "Ana", "912345678 / 600123123"],
  ["José Ñandú\t600 111 222\r\n", "José Ñandú", "600 111 222"],
  ["\t600 111 222", "", "600 111 222"],
  ["600 111 222\tAna López", "Ana López", "600 111 222"],
  ["600 111 222\t911 222 333", "600 111 222", "911 222 333"],
  ["Ana López - Tel: 600 111 222", "Ana López", "Tel: 600 111 222"],
  ["Ana López, tlf. 600 111 222", "Ana López", "tlf. 600 111 222"],
  ["Ana López Teléfono 600 111 222", "Ana López", "Teléfono 600 111 222"],
  ["Ana López - móvil: +34 600 111 222", "Ana López", "móvil: +34 600 111 222"],
  ["Ana Móvil 600 111 222", "Ana Móvil", "600 111 222"],
  ["Hotel 600 111 222", "Hotel", "600 111 222"],
  ["Tel: 600 123 123", "", "600 123 123"],
  ["tel:+34600111222", "", "+34600111222"],
] as const)("%j is one contact", ([pasted, name, phone]) => {
  expect(readPasted(pasted)).toEqual({ kind: "contact", fields: { name, phone } });
});

test.for([
  ["Ana;600000001\nLuis;600000002", "Ana;600000001\nLuis;600000002"],
  ["Nombre,Tel\nAna,600000001\n", "Nombre,Tel\nAna,600000001\n"],
  ["Ana\t600000001\nLuis\t", "Ana\t600000001\nLuis\t"],
  ["Ana\t600000001\tMadrid", "Ana\t600000001\tMadrid"],
  ["Juan Pérez 600 123 123\nAna “A” Ruiz 600 123 124", "Juan Pérez\t600 123 123\nAna “A” Ruiz\t600 123 124"],
  ['Ana "A" 600 123 123\nLuis 600 123 124', '"Ana ""A"""\t600 123 123\nLuis\t600 123 124'],
  ["Juan\n600 123 123\n\nAna\n600 123 124", "Juan\t600 123 123\nAna\t600 123 124"],
] as const)("%j is several contacts", ([pasted, text]) => {
  expect(readPasted(pasted)).toEqual({ kind: "table", text });
});

test("A vCard is told from anything else", () => {
  expect(readPasted("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD")).toEqual({ kind: "card" });
});

test.for([
  "Juan Pérez",
  "Ana Ruiz\r\n",
  "600 123 123",
  "tel:",
  "600 123 123\nJuan Pérez",
  "Juan\nAna 600 123 123",
  "Pérez, Juan\nRuiz, Ana",
  "Reunión 12/10/2026",
  "Calle Mayor 12, 28001",
  "Ana 912345678 600123123",
  "Grupo 2000",
  "",
  `${"1".repeat(100_000)}x`,
])("%j is words like any other", (pasted) => {
  expect(readPasted(pasted)).toBeNull();
});
