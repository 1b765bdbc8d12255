import { ourCard } from "../exchange/vcard-mark.ts";
import { writeProperty } from "../exchange/vcard-value.ts";
import type { Exported } from "./csv-text.ts";

/** One contact as a vCard 4.0. What vCard text cannot carry stands beside it, percent-encoded, for Agenda. */
export function vcardOf({ name, phone }: Exported): string {
  const shown = carried(name === "" ? phone : name);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `PRODID:${ourCard}`,
    writeProperty("fn", {}, shown),
    writeProperty("n", {}, ["", shown, "", "", ""]),
    ...(phone === "" ? [] : [writeProperty("tel", {}, carried(phone))]),
    ...exactly("X-AGENDA-NAME", name, shown),
    ...exactly("X-AGENDA-PHONE", phone, carried(phone)),
    "END:VCARD",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

// vCard knows one line break, and no other control character but the tab.
function carried(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, " ");
}

function exactly(mark: string, value: string, shown: string): string[] {
  return value === shown
    ? []
    : [writeProperty(mark.toLowerCase(), {}, encodeURIComponent(value.toWellFormed()))];
}
