import { expect, test } from "vitest";
import { digitsOf, fold } from "../../src/agenda/fold.ts";

test.for([
  ["José Ñandú", "jose nandu"],
  ["ŁUKASZ  Wójcik", "lukasz wojcik"],
  ["Søren Ærø", "soren aero"],
  ["Straße", "strasse"],
  ["Þóra Ðæ", "thora dae"],
  ["O'Neill-García", "o neill garcia"],
  ["  (Ana), 2.º ", "ana 2 o"],
  ["Ｆｕｌｌ", "full"],
  ["İstanbul ışık", "istanbul isik"],
  ["Иван Ёлкин", "иван елкин"],
  ["山田 太郎", "山田 太郎"],
  ["José", "jose"],
  ["🙂", ""],
])("%s is searched as %s", ([name, folded]) => {
  expect(fold(name!)).toBe(folded);
  expect(fold(folded!)).toBe(folded);
});

test.for([
  ["+34 (600) 11-12", "346001112"],
  ["ext. 7", "7"],
  ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["９８７", "987"],
  ["no", ""],
])("The digits of %s are %s", ([phone, digits]) => {
  expect(digitsOf(phone!)).toBe(digits);
});
