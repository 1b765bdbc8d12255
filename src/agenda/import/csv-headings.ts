/** What a column is for, as its heading says. `name` is a whole name, or a first name where last names stand apart. */
export type Role = "name" | "full" | "first" | "middle" | "last" | "second-last" | "phone" | "instead";

const roles: readonly (readonly [Role, RegExp])[] = [
  ["full", /^(full name|display name|contact name|nombre completo|nombre y apellidos?|nombre para mostrar)$/],
  [
    "full",
    /^(nombre (del )?contacto|contacto|contact|cliente|customer|persona|person|mostrar como|apellidos y nombre)$/,
  ],
  ["first", /^(first name|given name|firstname|nombre de pila|primer nombre)$/],
  ["middle", /^(middle name|additional name|second name|segundo nombre|otros nombres)$/],
  ["last", /^(last name|family name|surname|lastname|(primer )?apellidos?)$/],
  ["second-last", /^(segundo apellido|second surname)$/],
  ["name", /^(name|names|nombres?)$/],
  [
    "instead",
    /^(company|organi[sz]ation( name)?|organizacion|empresa|compania|nickname|apodo|alias|file as|archivar como)$/,
  ],
  ["instead", /^(primary |direccion de )?(e ?mail|correo|correo electronico)( 1)?( value| valor| address)?$/],
];

const phone =
  /\b(phones?|telephones?|telefonos?|telef|tels?|tlfn?o?|tfn?o?|fono|movil(es)?|mobile|cell|cellphone|celular(es)?|whatsapp|numero|number)\b/;
// Headings that speak of a number, and hold something else, or somebody else's.
const notPhone =
  /\b(type|label|tipo|etiqueta|fax|telex|tty|isdn|rdsi|assistant|asistente|ayudante|account|cuenta|customer|cliente|id|identidad|organizational|order|pedido|house|street|calle|portal)\b/;

const anyNumber = /\b(numero|number)\b/;
// With one of these, a number is one to call all the same.
const callable =
  /\b(contact|home|work|business|office|main|other|alternate|contacto|casa|trabajo|oficina|particular|personal|principal|fijo|otro|alternativo)\b/;

/** Whether a phone's heading speaks of any number (an identity card's, a member's) and of nothing that makes it a phone's. */
export function isAnyNumber(heading: string): boolean {
  const plain = plainHeading(heading);
  return anyNumber.test(plain) && !callable.test(plain) && !phone.test(plain.replace(anyNumber, ""));
}

/** A heading without accents, capitals and signs, so that "TELÉFONO_MÓVIL:" reads "telefono movil". */
function plainHeading(heading: string): string {
  return heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What the column under `heading` is for, in Spanish or English; undefined for anything but names and phones. */
export function roleOf(heading: string): Role | undefined {
  const plain = plainHeading(heading);
  const named = roles.find(([, pattern]) => pattern.test(plain));
  if (named) return named[0];
  return phone.test(plain) && !notPhone.test(plain) ? "phone" : undefined;
}
