import { useRef } from "preact/hooks";
import { exportAddress, exportToDownloads, type ExportFormat } from "../state/export.ts";
import { beginImport } from "../state/importing.ts";
import { ownWindow } from "../state/screen.ts";
import { sheet, type SheetName } from "../state/sheet.ts";
import { text } from "../words/text.ts";
import { isFirst } from "./first-click.ts";
import { Icon } from "./icon.tsx";

/** Everything that is not needed all day. */
export function Menu() {
  const words = text();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hide = () => list.current!.hidePopover();
  const open = (name: SheetName) => {
    hide();
    sheet.value = name;
  };
  return (
    <div class="menu" onClickCapture={onlyFirst}>
      <button
        ref={button}
        type="button"
        class="quiet"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-label={words.menu}
        title={words.menu}
      >
        <Icon name="menu" />
      </button>
      <div
        id="menu"
        popover="auto"
        role="menu"
        aria-label={words.menu}
        ref={list}
        onKeyDown={onMenuKey}
        onBeforeToggle={(event) =>
          event.newState === "open" && placeBelow(button.current!, event.currentTarget)
        }
      >
        {/* At once, and not once the menu says that it is open: the next key may be there before. */}
        <Item autofocus onClick={() => (hide(), beginImport())}>
          {words.importFile}
        </Item>
        <Export format="csv" hide={hide}>
          {words.exportCsv}
        </Export>
        <Export format="vcf" hide={hide}>
          {words.exportVcard}
        </Export>
        <hr />
        <Item onClick={() => open("duplicates")}>{words.duplicates}</Item>
        <Item onClick={() => open("bin")}>{words.bin}</Item>
        <hr />
        <Item onClick={() => open("settings")}>{words.settings}</Item>
        <Item onClick={() => open("shortcuts")}>{words.shortcuts}</Item>
      </div>
    </div>
  );
}

// The second half of a double click would close the menu again or, where it lies over its button, choose what is there.
function onlyFirst(event: MouseEvent): void {
  if (isFirst(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

type ItemProps = { autofocus?: boolean; onClick: () => void; children: string };

function Item({ autofocus = false, onClick, children }: ItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} autofocus={autofocus} onClick={onClick}>
      {children}
    </button>
  );
}

type ExportProps = { format: ExportFormat; hide: () => void; children: string };

function Export({ format, hide, children }: ExportProps) {
  if (ownWindow.value)
    return <Item onClick={() => (hide(), void exportToDownloads(format))}>{children}</Item>;
  return (
    <a role="menuitem" tabIndex={-1} href={exportAddress(format)} download onClick={hide}>
      {children}
    </a>
  );
}

const items = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

function onMenuKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  all[(next + all.length) % all.length]?.focus();
}

const edge = 8;

// It is below its button, and where there is no room for it as much higher as that takes.
function placeBelow(button: HTMLElement, menu: HTMLElement): void {
  const { bottom, right } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  // Nothing is drawn in between.
  menu.style.display = "block";
  const { offsetWidth, offsetHeight } = menu;
  menu.style.display = "";
  const within = (wanted: number, most: number) => `${Math.max(edge, Math.min(wanted, most - edge))}px`;
  menu.style.top = within(bottom + 4, clientHeight - offsetHeight);
  menu.style.right = within(clientWidth - right, clientWidth - offsetWidth);
}
