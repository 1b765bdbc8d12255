import type { Contact, Place } from "../../api-types.ts";
import { call } from "../call.ts";
import { cursorTo } from "../parts/cursor.ts";
import { noteFailure } from "../state/notices.ts";
import { search, sort } from "../state/screen.ts";
import { selectOnly } from "./choose.ts";
import { shown } from "./pages.ts";

/** Shows a contact where it stands in the whole list, and selects it. */
export async function showContact({ id }: Contact): Promise<void> {
  search.value = "";
  try {
    const place = await call<Place>("GET", `api/contacts/${id}?${new URLSearchParams({ sort: sort.value })}`);
    await shown();
    if (place.index !== null) await selectOnly(place.index);
    cursorTo("list");
  } catch (error) {
    noteFailure(error);
  }
}
