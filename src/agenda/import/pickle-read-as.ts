import { text as texts } from "../../locales/exchange.ts";
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

export type FieldsSeen = {
  readonly see: (fields: Fields) => void;
  readonly seePlaces: (places: readonly (readonly [number, keyof ReadAs])[]) => void;
  readonly readAs: () => ReadAs;
};

/** Remembers what the fields of a pickle's contacts are called, and what each was read as the first time it held something. */
export function fieldsSeen(): FieldsSeen {
  const seen = new Map<string, keyof ReadAs>();
  // A place in a row has no name of its own: one row has a phone there and another a remark, and all of that is told.
  const places = new Map<keyof ReadAs, Set<number>>();
  return {
    see(fields) {
      for (const [key, value] of fields) {
        if (typeof key !== "string" || value === null || value === "" || seen.size === most) continue;
        if (!seen.has(key)) seen.set(key, uses[roleOfEntry(key, value) ?? "kind"] ?? "left");
      }
    },
    seePlaces(list) {
      for (const [at, use] of list) {
        const known = places.get(use) ?? new Set();
        if (known.size < most) places.set(use, known.add(at));
      }
    },
    readAs() {
      const inRows = (use: keyof ReadAs) => [...(places.get(use) ?? [])].toSorted((a, b) => a - b);
      const under = (use: keyof ReadAs) => [
        ...[...seen].flatMap(([key, as]) => (as === use ? [key] : [])),
        ...inRows(use).map((at) => texts().place(at + 1)),
      ];
      return { name: under("name"), phone: under("phone"), instead: under("instead"), left: under("left") };
    },
  };
}
