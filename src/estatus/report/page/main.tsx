import { render } from "preact";
import type { PageData } from "./data.ts";
import { Page } from "./page.tsx";

const data = JSON.parse(document.getElementById("data")!.textContent!) as PageData;
render(<Page data={data} />, document.getElementById("page")!);
