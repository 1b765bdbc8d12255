import { render } from "preact";
import type { Page, State } from "../api-types.ts";
import { App } from "./app.tsx";
import { call } from "./call.ts";

const [state, page] = await Promise.all([
  call<State>("GET", "api/state"),
  call<Page>("GET", "api/contacts?limit=500"),
]);
document.documentElement.lang = state.view.language ?? state.locale.language;
render(<App first={page} draft={state.draft} />, document.querySelector("#app")!);
