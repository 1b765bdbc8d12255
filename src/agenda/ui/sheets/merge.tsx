import { useState } from "preact/hooks";
import { keepApart, merge } from "../state/changes.ts";
import { merging, sheet } from "../state/sheet.ts";
import { text } from "../words/text.ts";
import { Sheet } from "./sheet.tsx";

/** Makes one contact of several: the user says which name and which phone stay. */
export function MergeSheet() {
  const words = text();
  const { contacts, under } = merging.value;
  const names = distinct(contacts.map(({ name }) => name));
  const phones = distinct(contacts.map(({ phone }) => phone));
  const [name, chooseName] = useState(longest(names));
  const [phone, choosePhone] = useState(longest(phones));
  const keepThem = async () => {
    if (await keepApart(contacts.map(({ id }) => id))) sheet.value = under;
  };
  const confirm = async (event: Event) => {
    event.preventDefault();
    const [keep, ...others] = contacts.map(({ id }) => id).sort((a, b) => a - b);
    if (keep !== undefined && (await merge({ keep, others, name, phone }))) sheet.value = under;
  };
  return (
    <Sheet title={words.mergeTitle} under={under}>
      <p class="hint">{words.mergeHint}</p>
      <form onSubmit={(event) => void confirm(event)}>
        <Options label={words.name} values={names} chosen={name} onChoose={chooseName} />
        <Options label={words.phone} values={phones} chosen={phone} onChoose={choosePhone} />
        <div class="sheet-acts">
          <button type="button" class="plain" onClick={() => void keepThem()}>
            {words.keepBoth}
          </button>
          <button class="primary">{words.mergeNow}</button>
        </div>
      </form>
    </Sheet>
  );
}

const distinct = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "");
const longest = (values: readonly string[]) =>
  values.reduce((best, value) => (value.length > best.length ? value : best), "");

type OptionsProps = {
  label: string;
  values: readonly string[];
  chosen: string;
  onChoose: (value: string) => void;
};

function Options({ label, values, chosen, onChoose }: OptionsProps) {
  if (values.length === 0) return null;
  return (
    <fieldset class="options">
      <legend>{label}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={label} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
