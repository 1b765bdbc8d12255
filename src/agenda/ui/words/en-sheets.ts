/** The words of the menu and of what it opens, in English. */
export const enSheets = {
  settings: "Settings",
  language: "Language",
  asSystem: (what: string) => `As the system (${what})`,
  languages: { en: "English", es: "Español" },
  theme: "Appearance",
  themeAsSystem: "As the system",
  themes: { light: "Light", dark: "Dark" },
  country: "Country of local numbers",
  countryHint: "Numbers of this country are shown without its prefix. They are kept as you typed them.",
  noCountry: "none",
  shortcuts: "Keyboard shortcuts",
  shortcutGroups: [
    [
      "Anywhere",
      [
        ["Enter", "add the typed contact, save an edit"],
        ["/ · Ctrl F", "search"],
        ["Ctrl Z", "undo the last change"],
        ["Esc", "one step back, in the end to the name"],
        ["? · F1", "this sheet"],
      ],
    ],
    [
      "In the list",
      [
        ["↑ ↓ · PgUp · PgDn · Home · End", "move"],
        ["Shift ↑ ↓ · Ctrl A", "select several, select all"],
        ["Ctrl ↑ ↓ · Space", "move without selecting, select one more"],
        ["Enter · F2", "edit"],
        ["Delete", "delete"],
        ["Ctrl C", "copy the number"],
        ["Ctrl Enter", "call"],
        ["A letter", "search"],
      ],
    ],
  ] as readonly (readonly [string, readonly (readonly [string, string])[]])[],
};
