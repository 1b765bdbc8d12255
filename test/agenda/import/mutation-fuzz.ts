import fs from "node:fs";
import path from "node:path";
import { AppError } from "../../../src/app-error.ts";
import { readContacts } from "../../../src/agenda/import/read-contacts.ts";
import { identified } from "../../../src/agenda/import/same-contact.ts";

const pickles = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, "fixtures/pickles.json"), "utf8"),
) as Record<string, string>;

const csv = [
  '\uFEFFNombre;Apellidos;Teléfono móvil\r\nAna;Núñez;600 111 222\r\n"O""Brien\nMar";x;"+34;1"\r\n',
  "Name,Phone,Agenda 1\r\n'=Ana,'+34 600,\r\n\"a;b\",'-1,\r\n",
  'sep=|\nAna|600111222\nBob|"700\n',
  'Name,Phone 1 - Value,Phone 2 - Value\nAna,600 ::: 700,"8""00"\n',
];
const vcards = [
  "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Ana=\r\n=20x;;;\r\nTEL;CELL:600\r\nEND:VCARD\r\n",
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\\, Eva\\n\r\n x\r\nitem1.TEL;VALUE=uri;TYPE="voice,home":tel:+34-600;ext=1\r\nEND:VCARD\r\n',
  "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Agenda//vCard 1//EN\nFN:x\nX-AGENDA-NAME:%0Dx\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n",
];

type Seed = { readonly file: string; readonly bytes: Buffer };

const kinds: readonly (readonly Seed[])[] = [
  csv.flatMap((text) =>
    (["utf8", "latin1", "utf16le"] as const).map((as) => seed("x.csv", Buffer.from(text, as))),
  ),
  vcards.map((text) => seed("x.vcf", Buffer.from(text.repeat(2)))),
  Object.values(pickles).map((text) => seed("x.pickle", Buffer.from(text, "base64"))),
];

function anySeed(random: (below: number) => number): Seed {
  const kind = kinds[random(kinds.length)]!;
  return kind[random(kind.length)]!;
}

function seed(file: string, bytes: Buffer): Seed {
  return { file, bytes: bytes.subarray(0, 4_000) };
}

/** The same numbers from 0 to `below` for the same seed (mulberry32). */
export function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

// Bytes that mean something to one of the readers: quotes, line breaks, opcodes, lengths, marks.
const telling = Buffer.from(
  '"";,|\t\r\n=:\\.\'()[]{}0aebtdlcioRQPXUVSITNKMJGpqrghj2\0\x01\x7f\x80\x81\x85\x86\x8a\x8b\x8c\x8e\x92\x93\x94\x95\x96\xff\xfe\xbb',
  "latin1",
);

function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let now = bytes;
  for (let times = 1 + random(6); times > 0; times--) {
    const at = random(now.length + 1);
    const to = Math.min(now.length, at + random(20));
    const other = anySeed(random).bytes;
    const from = random(other.length + 1);
    const middles = [
      () => Buffer.alloc(0),
      () => Buffer.from([telling[random(telling.length)]!]),
      () => Buffer.from([random(256), random(256), random(256), random(256)]),
      () => Buffer.concat(Array.from({ length: 1 + random(40) }, () => now.subarray(at, to))),
      () => other.subarray(from, from + random(200)),
    ];
    now = Buffer.concat([
      now.subarray(0, at),
      middles[random(middles.length)]!(),
      now.subarray(random(2) ? to : at),
    ]);
    if (random(12) === 0) now = now.subarray(0, random(now.length + 1));
  }
  return now;
}

export type Fuzzed = { readonly read: number; readonly refused: number; readonly wrong: readonly string[] };

/**
 * Damages files of every kind in `runs` ways, the same ones for the same `start`, and reads them. Wrong is what
 * throws anything but a sentence for the user, gives anything but text, or takes longer than two seconds.
 */
export function fuzzReaders(start: number, runs: number): Fuzzed {
  const result = { read: 0, refused: 0, wrong: [] as string[] };
  for (let run = start; run < start + runs; run++) {
    const random = randomFrom(run);
    const { file, bytes } = anySeed(random);
    const damaged = mutated(bytes, random);
    const begun = performance.now();
    try {
      for (const { found, unreadable } of readContacts(damaged, file).slices) {
        for (const contact of found) identified(contact);
        const texts = [
          ...found.flatMap(({ name, phone }) => [name, phone]),
          ...unreadable.map(({ reason }) => reason),
        ];
        if (texts.some((text) => typeof text !== "string")) result.wrong.push(`run ${run}: not a text`);
      }
      result.read++;
    } catch (error) {
      if (error instanceof AppError) result.refused++;
      else result.wrong.push(`run ${run}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (performance.now() - begun > 2_000) result.wrong.push(`run ${run}: took too long`);
  }
  return result;
}
