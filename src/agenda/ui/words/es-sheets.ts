import type { enSheets } from "./en-sheets.ts";

/** The words of the menu and of what it opens, in Spanish. */
export const esSheets: typeof enSheets = {
  settings: "Ajustes",
  language: "Idioma",
  asSystem: (what) => `Como el sistema (${what})`,
  languages: { en: "English", es: "Español" },
  theme: "Aspecto",
  themeAsSystem: "Como el sistema",
  themes: { light: "Claro", dark: "Oscuro" },
  country: "País de los números locales",
  countryHint: "Los números de este país se muestran sin prefijo. Se guardan tal como los escribió.",
  noCountry: "ninguno",
  shortcuts: "Atajos de teclado",
  shortcutGroups: [
    [
      "En cualquier lugar",
      [
        ["Intro", "añadir el contacto escrito, guardar lo editado"],
        ["/ · Ctrl F", "buscar"],
        ["Ctrl Z", "deshacer el último cambio"],
        ["Esc", "un paso atrás, al final hasta el nombre"],
        ["? · F1", "estos atajos"],
      ],
    ],
    [
      "En la lista",
      [
        ["↑ ↓ · RePág · AvPág · Inicio · Fin", "moverse"],
        ["Mayús ↑ ↓ · Ctrl A", "seleccionar varios, seleccionar todos"],
        ["Ctrl ↑ ↓ · Espacio", "moverse sin seleccionar, seleccionar uno más"],
        ["Intro · F2", "editar"],
        ["Supr", "eliminar"],
        ["Ctrl C", "copiar el número"],
        ["Ctrl Intro", "llamar"],
        ["Una letra", "buscar"],
      ],
    ],
  ],
};
