import { computed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { editing } from "../state/screen.ts";
import { text } from "../words/text.ts";
import { active, activeContact, goTo } from "./active.ts";
import { ContactRow } from "./contact-row.tsx";
import { onListKey } from "./keys.ts";
import { contactAt, known } from "./pages.ts";
import { canvasHeight, drawn, drawnAt, firstWhole, onScroll, resized, scrollIn, settle } from "./scroller.ts";

/** The list: only what is on screen is drawn, however long it is. */
export function ContactList() {
  const scrolled = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => measuring(scrolled.current!, ruler.current!), []);
  useLayoutEffect(settle, [canvasHeight.value]);
  const { first, last } = drawn.value;
  const contact = activeContact();
  return (
    <div
      class="list"
      role="grid"
      aria-label={text().list}
      aria-rowcount={known.value.total ?? -1}
      aria-multiselectable="true"
      aria-activedescendant={contact && `row-${contact.id}`}
      tabIndex={0}
      data-spot="list"
      ref={scrolled}
      onScroll={onScroll}
      onKeyDown={onListKey}
      onFocus={() => active.value < 0 && goTo(firstWhole())}
    >
      <div class="ruler" aria-hidden="true" ref={ruler} />
      <div class="canvas" role="rowgroup" style={{ height: `${canvasHeight.value}px` }}>
        <div class="stretch" role="presentation" style={{ top: `${drawnAt.value}px` }}>
          {Array.from({ length: Math.max(0, last - first + 1) }, (_, row) => (
            <ContactRow key={keyOf(first + row)} index={first + row} />
          ))}
        </div>
      </div>
    </div>
  );
}

const edited = computed(() => editing.value?.id);

// The row that is being edited is the same one wherever the list moves it: the cursor is in it.
const keyOf = (index: number) =>
  edited.value !== undefined && contactAt(index)?.id === edited.value ? "edited" : index;

function measuring(scrolled: HTMLElement, ruler: HTMLElement): () => void {
  scrollIn(scrolled);
  const measure = () => resized(ruler.getBoundingClientRect().height, scrolled.clientHeight);
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(scrolled);
  observer.observe(ruler);
  return () => {
    observer.disconnect();
    scrollIn(null);
  };
}
