import type { ReadAs } from "../exchange-types.ts";
import type { Role } from "./heading-words.ts";
import { roleOfEntry } from "./pickle-fields.ts";
import type { Fields } from "./pickle-person.ts";

const uses: Readonly<Partial<Record<Role, keyof ReadAs>>> = {
  name: "name",
  full: "name",
  first: "name",
  middle: "name",
  last: "name",
  "second-last": "name",
  phone: "phone",
  place: "phone",
  instead: "instead",
};

// What uses ids or names for keys has no end of them.
const most = 1_000;

/** Remembers what the fields of a pickle's contacts are called, and what each was read as the first time it held something. */
export function fieldsSeen(): { see: (fields: Fields) => void; readAs: () => ReadAs } {
  const seen = new Map<string, keyof ReadAs>();
  return {
    see(fields) {
      for (const [key, value] of fields) {
        if (typeof key !== "string" || value === null || value === "" || seen.size === most) continue;
        if (!seen.has(key)) seen.set(key, uses[roleOfEntry(key, value) ?? "kind"] ?? "left");
      }
    },
    readAs() {
      const under = (use: keyof ReadAs) => [...seen].flatMap(([key, as]) => (as === use ? [key] : []));
      return { name: under("name"), phone: under("phone"), instead: under("instead"), left: under("left") };
    },
  };
}
