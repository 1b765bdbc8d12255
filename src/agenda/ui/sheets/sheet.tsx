import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { closeOver } from "../parts/cursor.ts";
import { isFirst } from "../parts/first-click.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { sheet, type SheetName } from "../state/sheet.ts";
import { text } from "../words/text.ts";

type SheetProps = {
  readonly title: string;
  /** Done when it is closed in any way. */
  readonly onClose?: () => void;
  /** What lies under it and is shown again. */
  readonly under?: SheetName | null;
  readonly children: ComponentChildren;
};

/** A sheet over the window; Escape, the cross and a click beside it close it. */
export function Sheet({ title, onClose, under = null, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    shown.focus();
    return () => closeOver(shown);
  }, []);
  const close = () => {
    onClose?.();
    sheet.value = under;
  };
  return (
    <dialog
      ref={dialog}
      class="sheet"
      tabIndex={-1}
      aria-labelledby="sheet-title"
      onCancel={(event) => (event.preventDefault(), close())}
      onClick={(event) => event.target === event.currentTarget && isFirst(event) && close()}
    >
      <header>
        <h2 id="sheet-title">{title}</h2>
        <IconButton icon="close" label={text().close} onClick={close} />
      </header>
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}
