import { expect, test } from "vitest";
import { restoredText } from "../../src/locales/restored.ts";

const agenda = '{"contacts":1204,"draft":true,"integrity":"ok","lost":0}';
const rebuilt =
  '{"contacts":1,"draft":false,"integrity":"rebuilt","lost":2,"note":"From the backup of Monday."}';

test.for([
  ["en", agenda, "1204 contacts, the draft"],
  ["es", agenda, "1204 contactos, el borrador"],
  ["en", rebuilt, "1 contact, the file rebuilt, 2 lost, note From the backup of Monday."],
  ["es", '{"contacts":0,"lost":1}', "0 contactos, 1 perdido"],
  // Any other program's own words.
  ["es", '{"tabs":3,"session":true,"crashed":false,"why":null,"at":[1,2]}', "tabs 3, session, at [1,2]"],
  ["en", '{"constructor":1,"contacts":{"a":2}}', 'constructor 1, {"a":2} contacts'],
  ["en", "{}", ""],
] as const)("in %s, %s came back as: %s", ([language, json, words]) => {
  expect(restoredText(json, language)).toBe(words);
});
