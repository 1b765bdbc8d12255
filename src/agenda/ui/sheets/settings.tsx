import { countryCodes } from "./countries.ts";
import { chosenLanguage, country, language, locale, theme } from "../state/screen.ts";
import { text } from "../words/text.ts";
import { Sheet } from "./sheet.tsx";

/** Language, appearance and country; each takes effect at once. */
export function Settings() {
  const words = text();
  return (
    <Sheet title={words.settings}>
      <Choice
        label={words.language}
        value={chosenLanguage.value}
        onChoose={(chosen) => (chosenLanguage.value = chosen)}
        options={[
          [null, words.asSystem(words.languages[locale.value.language])],
          ["en", "English"],
          ["es", "Español"],
        ]}
      />
      <Choice
        label={words.theme}
        value={theme.value}
        onChoose={(chosen) => (theme.value = chosen)}
        options={[
          [null, words.themeAsSystem],
          ["light", words.themes.light],
          ["dark", words.themes.dark],
        ]}
      />
      <Choice
        label={words.country}
        value={country.value}
        onChoose={(chosen) => (country.value = chosen)}
        options={[
          [null, words.asSystem(countryName(locale.value.country) || words.noCountry)],
          ...countries(),
        ]}
      />
      <p class="hint">{words.countryHint}</p>
    </Sheet>
  );
}

type ChoiceProps<T extends string | null> = {
  label: string;
  value: T;
  onChoose: (chosen: T) => void;
  options: readonly (readonly [T, string])[];
};

function Choice<T extends string | null>({ label, value, onChoose, options }: ChoiceProps<T>) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => onChoose((event.currentTarget.value || null) as T)}>
        {options.map(([option, words]) => (
          <option key={option ?? ""} value={option ?? ""}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function countryName(code: string): string {
  return code === "" ? "" : (new Intl.DisplayNames([language.value], { type: "region" }).of(code) ?? code);
}

function countries(): (readonly [string | null, string])[] {
  const order = new Intl.Collator(language.value);
  return countryCodes
    .map((code) => [code, countryName(code)] as const)
    .sort((a, b) => order.compare(a[1], b[1]));
}
