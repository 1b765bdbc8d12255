import { language, type Language } from "./language.ts";

/** What smol-toml calls wrong. */
const es: Readonly<Record<string, string>> = {
  "control characters are not allowed in comments": "en un comentario no se admiten caracteres de control",
  "control characters are not allowed in strings": "en un texto no se admiten caracteres de control",
  "document contains an unsafe property": "contiene un nombre que no se admite",
  "document contains excessively nested structures. aborting.":
    "hay demasiados niveles, unos dentro de otros",
  "each key-value declaration must be followed by an end-of-line": "cada ajuste va en una línea propia",
  "expected comma or end of structure": "falta una coma, o el corchete o la llave del final",
  "expected end of table array declaration": 'falta "]]"',
  "illegal character in key": "hay un carácter que no se admite en un nombre",
  "illegal character in numeric literal": "hay un carácter que no se admite en un número",
  "illegal empty bare key": "falta el nombre",
  "illegal leading zero": "un número no empieza por cero",
  "illegal quoted key: multiline strings are not allowed": "un nombre no ocupa varias líneas",
  "illegal underscore": "ese guion bajo no se admite en un número",
  "incomplete key-value: cannot find end of key": 'falta "=" detrás del nombre',
  "integer value cannot be represented losslessly": "el número es demasiado grande",
  "invalid date": "esa fecha no existe",
  "invalid date-time: date part is malformed": "la fecha está mal escrita",
  "invalid date-time: time part is malformed": "la hora está mal escrita",
  "invalid escape: only line-ending whitespace may be escaped":
    "la barra invertida solo va delante del final de la línea",
  "invalid non-hex character in unicode escape": "el código de un carácter lleva solo cifras hexadecimales",
  "invalid unicode escape": "ese código no es de ningún carácter",
  "invalid value": "ese valor no se entiende",
  "trying to redefine an already defined table or value": "eso ya está definido más arriba",
  "trying to redefine an already defined value": "eso ya está definido más arriba",
  "unexpected end of key": "el nombre está sin acabar",
  "unfinished array": "la lista está sin acabar",
  "unfinished numeric value": "el número está sin acabar",
  "unfinished string": "el texto está sin acabar",
  "unfinished table": "la tabla está sin acabar",
  "unrecognised escape sequence": "detrás de la barra invertida no puede ir eso",
};

/** What is wrong with a TOML text, as the parser says it, in `shownIn`. */
export function tomlText(said: string, shownIn: Language = language()): string {
  return shownIn === "es" ? (es[said] ?? said) : said;
}
