import { signal } from "@preact/signals";
import { AppError } from "../../../app-error.ts";
import type { Happening } from "../../api-types.ts";
import type { ImportState } from "../../exchange-types.ts";
import { call } from "../call.ts";
import { outdated } from "../list/pages.ts";
import { text } from "../words/text.ts";
import { draftSaved } from "./draft.ts";
import { tell, trouble } from "./saving.ts";

/** How each import of this page stands. */
export const imports = signal<Readonly<Record<string, ImportState>>>({});

/** Listens to Agenda's process for as long as the page is open. */
export function listen(): void {
  const events = new EventSource("api/events");
  events.addEventListener("message", ({ data }) => {
    const happening = JSON.parse(data as string) as Happening;
    if (happening.kind === "over") events.close();
    happened(happening);
  });
  events.addEventListener("open", () => {
    // What happened while nobody listened is not told again.
    void outdated();
    if (trouble.value?.code === "gone") trouble.value = null;
  });
  events.addEventListener("error", () => void whetherOver());
}

async function whetherOver(): Promise<void> {
  await call("GET", "api/state").catch((error: AppError) => tell(error));
}

function happened(happening: Happening): void {
  if (happening.kind === "contacts") {
    if (happening.draft !== undefined) draftSaved(happening.draft);
    void outdated(happening.revision);
  } else if (happening.kind === "import")
    imports.value = { ...imports.value, [happening.id]: happening.state };
  else if (happening.kind === "show") window.focus();
  else tell(new AppError("over", text().ended, text().endedHint));
}
