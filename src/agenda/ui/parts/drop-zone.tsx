import { useEffect, useState } from "preact/hooks";
import { readFile } from "../state/importing.ts";
import { note } from "../state/notices.ts";
import { text } from "../words/text.ts";

/** A file dropped anywhere on the window is offered for import. */
export function DropZone() {
  const [over, hover] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      hover(event.type === "dragover");
      const [file, ...others] = event.type === "drop" ? event.dataTransfer.files : [];
      if (file) void readFile(file);
      if (file && others.length > 0) note(() => text().oneFile(file.name));
    };
    addEventListener("dragover", onDrag, { signal });
    addEventListener("drop", onDrag, { signal });
    addEventListener("dragleave", (event) => event.relatedTarget === null && hover(false), { signal });
    return () => listening.abort();
  }, []);
  return over ? <div class="drop">{text().dropHere}</div> : null;
}
