import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { AppError } from "../../../src/app-error.ts";
import { readContacts } from "../../../src/agenda/import/read-contacts.ts";

const made = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, "fixtures/pickles.json"), "utf8"),
) as Record<string, string>;

const people = [
  ["José Núñez", "600 111 222"],
  ["Łukasz O'Brien \\ 😀", "+34 912 34 56 78"],
  ['Ana "la de\nabajo"', "915551234"],
];
const numbered = people.map(([name], index) => [name, String(34600111222 + index)]);

// Whatever is not here holds the three people.
const others: Readonly<Record<string, readonly (readonly (string | undefined)[])[]>> = {
  "bytes in Windows-1252": [["José", "600111222"]],
  ints: numbered,
  "dict of ints": numbered,
  floats: numbered,
  decimals: numbered,
  "long ints": [
    ["Ana", "1180591620717411303424"],
    ["Bob", "-1180591620717411303424"],
  ],
  "several phones": people.flatMap(([name, phone]) => [
    [name, phone],
    [name, "+34 600 000 000"],
  ]),
  "dict of first and last names": [["Ana Ruiz", "600111222"]],
  "phones by kind": people.flatMap(([name, phone]) => [
    [name, phone],
    [name, "+34 600 000 000"],
  ]),
  "columns in a list, and last names": [
    ["José Núñez", "600111222"],
    ["Ana Ruiz", "600111333"],
  ],
  "last names apart": [["José Núñez", "600111222"]],
  set: people.slice(0, 1),
  "one pair": people.slice(0, 1),
  "one dict": people.slice(0, 1),
  "one object": people.slice(0, 1),
  empty: [],
  "no phone": [
    ["Ana", ""],
    ["Bob", ""],
  ],
  many: Array.from({ length: 1_100 }, (_, i) => [`P${i}`, `6${String(i).padStart(5, "0")}`]),
  "python 2 strings": people.slice(0, 1),
  "python 2 old class": [["José Núñez", "600111222"]],
  "python 2 old class p1": [["Ana", "600111222"]],
  "python 2 new class": [["Ana", "600"]],
};

// Entries that are no contacts.
const unread: Readonly<Record<string, readonly number[]>> = {
  "strange entries": [2, 3],
  "dict with a version beside": [1, 2],
};

function read(bytes: Uint8Array) {
  const slices = [...readContacts(bytes, "contactos.pickle").slices];
  return {
    found: slices.flatMap(({ found }) => found.map(({ name, phone }) => [name, phone])),
    unreadable: slices.flatMap(({ unreadable }) => unreadable.map(({ row }) => row)),
  };
}

const bytesOf = (name: string): Buffer => Buffer.from(made[name]!, "base64");
const names = Object.keys(made);

describe("an old contactos.pickle", () => {
  it.each(names.filter((name) => !name.startsWith("evil")))("is read: %s", (name) => {
    const shape = name.replace(/ p\d$/, "");
    const expected = others[name] ?? others[shape] ?? people;
    const { found, unreadable } = read(bytesOf(name));
    expect(found).toEqual(expected);
    expect(unreadable).toEqual(unread[shape] ?? []);
  });

  it.each(names.filter((name) => name.startsWith("evil")))(
    "is refused by name and runs nothing: %s",
    (name) => {
      const wanted = name.replace(/^evil /, "").replace(/ (?:p\d|by .*|never called)$/, "");
      const pattern = wanted === "os.system" ? /(?:os|posix|nt)\.system/ : wanted.replace(/^builtins/, "");
      expect(() => read(bytesOf(name))).toThrow(pattern);
      expect(() => read(bytesOf(name))).toThrow(expect.objectContaining({ code: "pickle-refused" }));
      expect(fs.existsSync("/tmp/agenda-was-run")).toBe(false);
    },
  );

  it("keeps the pickles before a damaged one, and says where the damage is", () => {
    const whole = bytesOf("several pairs p4");
    const { found, unreadable } = read(whole.subarray(0, whole.length - 5));
    expect(found).toEqual(people.slice(0, 2));
    expect(unreadable).toEqual([3]);
  });

  it("is refused when it is cut off anywhere", () => {
    for (const name of ["list of pairs p0", "objects p2", "data classes p4", "dict of dicts p5"]) {
      const bytes = bytesOf(name);
      for (let end = 1; end < bytes.length; end++) {
        let code = "";
        try {
          read(bytes.subarray(0, end));
        } catch (error) {
          code = (error as AppError).code;
        }
        expect([name, end, code]).toEqual([name, end, "pickle-broken"]);
      }
    }
  });

  it("does not blow up on a list of itself, doubled a thousand times", () => {
    // DUP, TUPLE2 on a list, over and over: 2 to the 1,000 contacts, if one believed it.
    const bomb = Buffer.from(`\x80\x02](X\x03\0\0\0AnaX\x03\0\0\x00600e${"2\x86".repeat(1_000)}.`, "latin1");
    expect(read(bomb).found).toEqual([["Ana", "600"]]);
  });

  it("stays a list of contacts when its keys are those of JavaScript's own objects", () => {
    const keys = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const items = keys
      .map((key) => `X${String.fromCharCode(key.length)}\0\0\0${key}X\x06\0\0\x00600111`)
      .join("");
    expect(read(Buffer.from(`\x80\x02}(${items}u.`, "latin1")).found).toEqual(
      keys.map((key) => [key, "600111"]),
    );
  });
});
