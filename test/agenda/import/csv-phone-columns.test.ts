import { expect, it } from "vitest";
import { readAll } from "./reading-all.ts";

const phonesIn = (text: string) => readAll(text, "contactos.csv").contacts.map(([, phone]) => phone);

it.each([
  ["Nombre;Prefijo;Teléfono", "Jean;+33;123456789", ["+33 123456789"]],
  ["Nombre;Prefijo;Teléfono", "Jean;0033;123456789", ["0033 123456789"]],
  ["Nombre;Prefijo;Teléfono", "Jean;33;123456789", ["+33 123456789"]],
  ["Nombre;Prefijo;Teléfono", "Jean;+33;+33 123456789", ["+33 123456789"]],
  ["Nombre;Prefijo;Teléfono", "Ana;;600000001", ["600000001"]],
  ["Nombre;Prefijo;Teléfono", "Ana;91;1234567", ["91 1234567"]],
  ["Name;Country code;Phone;Mobile", "Ana;1;5550100;5550101", ["+1 5550100", "+1 5550101"]],
  ["Name;Area code;Phone", "Ana;212;5550100", ["212 5550100"]],
  ["Name,Phone,Phone country code", "Ana,600000001,34", ["+34 600000001"]],
  ["Prefijo;Nombre;Teléfono", "Sra.;Ana;600000001", ["600000001"]],
])("What is dialled before a phone is kept: %s, %s", (headings, row, phones) => {
  expect(phonesIn(`${headings}\n${row}\n`)).toEqual(phones);
});

it.each([
  "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value",
  "Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value",
])("A phone is left out where the column beside it says fax or pager: %s", (headings) => {
  const rows = "Ana,Work Fax,911000001,Mobile,600000001\nEva,Casa,911000002,Busca,611\n";
  expect(phonesIn(`${headings}\n${rows}`)).toEqual(["600000001", "911000002"]);
});
