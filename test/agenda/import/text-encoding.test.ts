import { describe, expect, it } from "vitest";
import { cardTextOf, textOf } from "../../../src/agenda/import/text-encoding.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const hex = (text: string) => Buffer.from(text.replace(/ /g, ""), "hex");

describe("A text", () => {
  it.each(["", "\uFEFF"])(
    "in UTF-8 with a line from elsewhere keeps its own accents, and that line its own, after the mark %j",
    (mark) => {
      const bytes = Buffer.concat([
        Buffer.from(`${mark}Nombre;Teléfono\nÁngel Muñoz;600\n`),
        latin("José Nuñez;601\n"),
        Buffer.from("Łukasz;602\n"),
      ]);
      expect(textOf(bytes)).toBe("Nombre;Teléfono\nÁngel Muñoz;600\nJosé Nuñez;601\nŁukasz;602\n");
    },
  );

  it("in UTF-8 with a line from elsewhere is read alike where lines end as on old Macintoshes, and in a vCard", () => {
    const bytes = Buffer.concat([Buffer.from("Ángel\rMuñoz\r"), latin("José\r")]);
    expect(textOf(bytes)).toBe("Ángel\rMuñoz\rJosé\r");
    expect(cardTextOf(bytes)).toBe("Ángel\rMuñoz\rJosé\r");
  });

  it("in Windows-1252 stays so where a line of it is UTF-8 by chance", () => {
    expect(textOf(latin("José\nÁngel\n«CAFÉ»\n"))).toBe("José\nÁngel\n«CAFÉ»\n");
  });

  it.each([
    ["CP850", "4e6f6d6272653b54656c82666f6e6f 0a b56e67656c204d75a46f7a 0a"],
    ["MacRoman", "4e6f6d6272653b54656c8e666f6e6f 0a e76e67656c204d75966f7a 0a"],
  ])("in %s is read as such", (_, bytes) => {
    expect(textOf(hex(bytes))).toBe("Nombre;Teléfono\nÁngel Muñoz\n");
  });

  it.each([
    ["signs between letters", "O\x92Brien, Madrid\x96Burgos, a\x97b"],
    ["signs beside letters", "5 \xa3, \xa1Hola!, \x84Bar\x93, 3 \xb5m"],
    ["blanks that do not break", "Ana\xa0L\xf3pez"],
    ["a sign of CP850 and a letter that is none there", "Mu\xa4oz \xd1"],
  ])("in Windows-1252 with %s is not taken for one in an older code page", (_, text) => {
    expect(textOf(latin(text))).toBe(new TextDecoder("windows-1252").decode(latin(text)));
  });
});
