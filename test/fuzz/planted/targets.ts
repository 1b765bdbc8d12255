import { must, type Target } from "../target.ts";
import { readPlanted } from "./reader.ts";

const planted = (word: string, wrong: () => boolean): Target => ({
  seeds: ["PL"],
  words: [word],
  read(input) {
    const read = readPlanted(input.toString("latin1"), word, wrong);
    must(typeof read === "boolean", "it says whether it was read");
    return read ? "read" : "refused";
  },
});

export const crashing = planted("crash", () => {
  throw new TypeError("planted");
});
export const lying = planted("lie", () => "no boolean" as unknown as boolean);
export const hanging = planted("hang", () => {
  for (;;);
});
