import { inLanguage } from "./language.ts";

const en = () => ({
  example: "Example:",
  helpOption: "show this help",
  versionOption: "show the version",
  titles: {} as Readonly<Record<string, string>>,
  placeholders: [] as readonly (readonly [word: string, meant: string])[],
  errors: {
    "commander.unknownOption": (word: string) => `There is no option "${word}" here.`,
    "commander.unknownCommand": (word: string) => `There is no command "${word}".`,
    "commander.excessArguments": () => "There are more words here than this command takes.",
    "commander.missingArgument": (word: string) => `The argument "${word}" is missing.`,
    "commander.optionMissingArgument": (word: string) => `The option "${word}" needs a value.`,
    "commander.missingMandatoryOptionValue": (word: string) => `The option "${word}" is missing.`,
    "commander.help": () => "A command is missing.",
  } as Readonly<Record<string, (word: string) => string>>,
  otherError: (what: string) => `${what.replace(/\.?$/, ".")}`,
  usageHint: (path: string, meant: string | null) =>
    meant === null ? `See "${path} --help".` : `Did you mean "${meant}"? See "${path} --help".`,
});

const es: typeof en = () => ({
  example: "Ejemplo:",
  helpOption: "muestra esta ayuda",
  versionOption: "muestra la versión",
  titles: { "Usage:": "Uso:", "Options:": "Opciones:", "Commands:": "Órdenes:", "Arguments:": "Argumentos:" },
  placeholders: [
    ["[options]", "[opciones]"],
    ["[command]", "[orden]"],
    ["(default:", "(por defecto:"],
  ],
  errors: {
    "commander.unknownOption": (word) => `Aquí no hay ninguna opción "${word}".`,
    "commander.unknownCommand": (word) => `No hay ninguna orden "${word}".`,
    "commander.excessArguments": () => "Aquí hay más palabras de las que admite esta orden.",
    "commander.missingArgument": (word) => `Falta el argumento "${word}".`,
    "commander.optionMissingArgument": (word) => `La opción "${word}" necesita un valor.`,
    "commander.missingMandatoryOptionValue": (word) => `Falta la opción "${word}".`,
    "commander.help": () => "Falta la orden.",
  },
  otherError: (what) => `${what.replace(/\.?$/, ".")}`,
  usageHint: (path, meant) =>
    meant === null ? `Vea "${path} --help".` : `¿Quiso decir "${meant}"? Vea "${path} --help".`,
});

/** What every command line says. */
export const text = inLanguage({ en, es });
