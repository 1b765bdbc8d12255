import "@preact/signals";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { State } from "../api-types.ts";
import { App } from "./app.tsx";
import { call } from "./call.ts";
import { listenToKeys } from "./keys.ts";
import { followDeleted, followList } from "./list/follow.ts";
import { fetchFirst, followQuery } from "./list/pages.ts";
import { beginAt } from "./list/scroller.ts";
import { putCursorBack, watchCursor } from "./parts/cursor-kept.ts";
import { stillCursorAtRest } from "./parts/still-cursor.ts";
import { followDraft } from "./state/already.ts";
import { tellAwake } from "./state/awake.ts";
import { bringDraftBack } from "./state/draft.ts";
import { listen } from "./state/happenings.ts";
import { followImport } from "./state/importing.ts";
import { keepScreen } from "./state/keep.ts";
import { followRestored, noteRestored } from "./state/restored.ts";
import { bringBack, language, theme } from "./state/screen.ts";

const state = await call<State>("GET", "api/state");
bringBack(state);
if (state.draft) bringDraftBack(state.draft);
noteRestored(state);
effect(() => {
  document.documentElement.lang = language.value;
});
effect(() => {
  document.documentElement.dataset["theme"] = theme.value ?? "system";
});

const { scroll, focus } = state.view;
beginAt(await fetchFirst(scroll), scroll.pixels);
keepScreen();
followQuery();
followList();
followDeleted();
followDraft();
followImport();
followRestored();
render(<App />, document.querySelector("#app")!);
watchCursor();
putCursorBack(focus);
listenToKeys();
stillCursorAtRest(state.ownWindow);
if (state.ownWindow) tellAwake();
listen();
