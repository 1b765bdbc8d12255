import { isWholeNumber } from "./phone-like.ts";

// Google Contacts puts " ::: " between several numbers of one kind; people put what they like.
const between = /:::|[\r\n;,/|]/;
// What spreadsheets and databases make of a number that they took for an amount: 600111222.0, 6.00111222E8.
const decimal = /^(\d{6,})[.,]0+$/;
// The same as a spreadsheet shows it: 600.111.222,00.
const grouped = /^(\d{1,3}(?:([., \u00A0\u202F])\d{3})(?:\2\d{3})+)(?!\2)[.,]0+$/;
// What it writes for a number that has no room in its column, or for one that it could not work out.
const unshown = /^(?:#+|#[\p{Lu}/¡!?0]+)$/u;
// A sign that keeps a spreadsheet from taking a phone for a number, or for a formula.
const textSign = /^'(?=[\d+(])/;
const scientific = /^(\d)(?:[.,](\d+)E\+?|E\+)(\d+)$/i;
// A spreadsheet shows fewer digits than this behind the comma; more of them is a number written out.
const exact = 7;

/** The phones in a CSV cell that holds any; `cut` where a spreadsheet lost one of them. */
export type CellPhones = { readonly phones: readonly string[]; readonly cut: boolean };

// Called for each of a million rows, and nearly all hold one phone, or none, as people write it.
const plain = /^[ +()-]*\d[\d +()-]*$/;

/** Whether a cell without blanks around it needs no second look: it is one phone as it stands. */
export const isOnePhone = (cell: string) => plain.test(cell);

/** The phones in any cell. */
export function phonesInCell(cell: string): CellPhones {
  const parts = cell.split(between).map((part) => part.trim());
  const several = parts.filter((part) => part !== "");
  const apart = cell.includes(":::") || several.every(isWholeNumber);
  // A dash where there is no phone.
  const written = (apart ? several : [cell.trim()]).filter((part) => !/^[-–—.?/]*$/.test(part));
  const phones = written.map(asPhone);
  return { phones: phones.flatMap((phone) => phone || []), cut: phones.includes(null) };
}

// null where a spreadsheet rounded it, or wrote signs for it.
function asPhone(written: string): string | null {
  // ="600111222" is how programs keep a spreadsheet from taking a phone for a number.
  const isText = written.startsWith('="') && written.endsWith('"');
  const phone = isText ? written.slice(2, -1).trim() : written.replace(textSign, "");
  if (unshown.test(phone)) return null;
  const amount = scientific.exec(phone);
  if (!amount) return phone.replace(decimal, "$1").replace(grouped, "$1");
  const [, first = "", rest = "", power = ""] = amount;
  if (rest.length < exact && rest.length < Number(power)) return null;
  return (first + rest).padEnd(Number(power) + 1, "0");
}
