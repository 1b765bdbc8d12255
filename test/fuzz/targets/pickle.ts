import pickles from "../../agenda/import/fixtures/pickles.json" with { type: "json" };
import { readAsContacts } from "../contacts-read.ts";
import type { Target } from "../target.ts";

/** The old program's pickle, from its bytes to contacts. */
export const pickle: Target = {
  seeds: Object.values(pickles).map((text) => Buffer.from(text, "base64").subarray(0, 4_000)),
  words: [
    "\x80\x04",
    "ccopy_reg\n_reconstructor\n",
    "c__main__\nContacto\n",
    "(dp0\n",
    "S'nombre'\n",
    "Vtel\n",
    "I1\n",
    "L1L\n",
    "q\x01",
    "h\x01",
    "(lp1\n",
    "s.",
  ],
  read: (input) => readAsContacts(input, "agenda.pickle"),
};
