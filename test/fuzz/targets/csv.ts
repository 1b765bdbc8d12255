import { readAsContacts } from "../contacts-read.ts";
import type { Target } from "../target.ts";

const texts = [
  '\uFEFFNombre;Apellidos;Tel\u00e9fono m\u00f3vil\r\nAna;N\u00fa\u00f1ez;600 111 222\r\n"O""Brien\nMar";x;"+34;1"\r\n',
  "Name,Phone,Agenda 1\r\n'=Ana,'+34 600,\r\n\"a;b\",'-1,\r\n",
  'sep=|\nAna|600111222\nBob|"700\n',
  'Name,Phone 1 - Value,Phone 2 - Value\nAna,600 ::: 700,"8""00"\nBob,="600111222",6.00E+08\n',
  "List of 2026\r\rname\ttel\rAna\t600 111 222\r",
];

/** A spreadsheet's CSV in any encoding, from its bytes to contacts. */
export const csv: Target = {
  seeds: texts.flatMap((text) => (["utf8", "latin1", "utf16le"] as const).map((as) => Buffer.from(text, as))),
  words: [
    '"',
    '""',
    '"\r\n"',
    ";",
    "\t",
    " ::: ",
    "sep=",
    "\uFEFF",
    "=",
    "'",
    "Name",
    "Apellidos",
    "600111222",
    "\xff\xfe",
    "\0",
  ],
  longest: 300,
  read: (input) => readAsContacts(input, "contacts.csv"),
};
