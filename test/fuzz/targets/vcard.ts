import { readAsContacts } from "../contacts-read.ts";
import type { Target } from "../target.ts";

/** A vCard file of any version, from its bytes to contacts. */
export const vcard: Target = {
  seeds: [
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Ana=\r\n=20x;;;\r\nTEL;CELL:600\r\nEND:VCARD\r\n",
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\\, Eva\\n\r\n x\r\nitem1.TEL;VALUE=uri;TYPE="voice,home":tel:+34-600;ext=1\r\nEND:VCARD\r\n',
    "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Agenda//vCard 1//EN\nFN:x\nX-AGENDA-NAME:%0Dx\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n",
    "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nNICKNAME:a\nORG:b;c\nEMAIL;PREF=1:d@e\nTEL;TYPE=FAX:9\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n",
  ],
  words: [
    "BEGIN:VCARD\n",
    "END:VCARD\n",
    "VERSION:2.1\n",
    "TEL:",
    "N:",
    "FN:",
    "=\n",
    "\n ",
    "\\;",
    "\\n",
    ";ENCODING=QUOTED-PRINTABLE",
    ";CHARSET=",
    "PRODID:-//Agenda//vCard 1//EN\n",
    "X-AGENDA-PHONE:",
    "%",
    "%00",
  ],
  read: (input) => readAsContacts(input, "contacts.vcf"),
};
