import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { sheet } from "../state/sheet.ts";
import { text } from "../words/text.ts";

type SheetProps = {
  readonly title: string;
  /** Done when it is closed in any way. */
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
};

/** A sheet over the window; Escape, the cross and a click beside it close it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current!.showModal();
    dialog.current!.focus();
  }, []);
  // Closing gives the cursor back to where it was; only then may the sheet go.
  const close = () => {
    dialog.current!.close();
    sheet.value = null;
    onClose?.();
  };
  return (
    <dialog
      ref={dialog}
      class="sheet"
      tabIndex={-1}
      aria-labelledby="sheet-title"
      onCancel={(event) => (event.preventDefault(), close())}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <header>
        <h2 id="sheet-title">{title}</h2>
        <button type="button" class="quiet" aria-label={text().close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}
