import { expect, it } from "vitest";
import { speak } from "../../../src/locales/language.ts";
import { readAll } from "./reading-all.ts";

speak("en");

it("A list of lines, each with a name and its phone, is read line by line", () => {
  const lines = [
    "Ana Ruiz 600 111 222",
    "Beto Gil: 600 111 223",
    "Carla – 912 223 334",
    "Sin número",
    "",
    "915 555 555",
    "Bar 2000 600123123",
    "Dr. López tel. 600 111 224",
  ];
  const expected = [
    ["Ana Ruiz", "600 111 222"],
    ["Beto Gil", "600 111 223"],
    ["Carla", "912 223 334"],
    ["Sin número", ""],
    ["", "915 555 555"],
    ["Bar 2000", "600123123"],
    ["Dr. López", "tel. 600 111 224"],
  ];
  const { contacts, unreadable, readAs } = readAll(lines.join("\r\n"), "lista.txt");
  expect(contacts).toEqual(expected);
  expect(unreadable).toEqual([]);
  expect(readAs).toMatchObject({ name: ["column A"], phone: ["column A"], left: [] });
  expect(readAll(["Nombre", ...lines].join("\n"), "lista.csv")).toMatchObject({
    contacts: expected,
    readAs: { name: ["Nombre"], phone: ["Nombre"] },
  });
});

it("One column of names, or of phones, is read as that", () => {
  expect(readAll("Nombre\nAna 2\nEva\n", "x.csv").contacts).toEqual([
    ["Ana 2", ""],
    ["Eva", ""],
  ]);
  expect(readAll("600111222\n600111223\n", "x.csv").contacts).toEqual([
    ["", "600111222"],
    ["", "600111223"],
  ]);
});
