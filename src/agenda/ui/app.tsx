import { AddForm } from "./parts/add-form.tsx";
import { Banner } from "./parts/banner.tsx";
import { ListArea } from "./parts/list-area.tsx";
import { ListBar } from "./parts/list-bar.tsx";
import { Menu } from "./parts/menu.tsx";
import { RestoredNote } from "./parts/restored-note.tsx";
import { SearchBox } from "./parts/search-box.tsx";
import { Toast } from "./parts/toast.tsx";
import { TooLong } from "./parts/too-long.tsx";
import { BinSheet } from "./sheets/bin.tsx";
import { DuplicatesSheet } from "./sheets/duplicates.tsx";
import { ImportSheet } from "./sheets/import.tsx";
import { MergeSheet } from "./sheets/merge.tsx";
import { DropZone } from "./parts/drop-zone.tsx";
import { Settings } from "./sheets/settings.tsx";
import { Shortcuts } from "./sheets/shortcuts.tsx";
import { sheet, type SheetName } from "./state/sheet.ts";

const sheets = {
  settings: Settings,
  shortcuts: Shortcuts,
  bin: BinSheet,
  duplicates: DuplicatesSheet,
  merge: MergeSheet,
  import: ImportSheet,
} as const satisfies Record<SheetName, () => unknown>;

/** The whole window: the half-typed contact at the top, the list below. */
export function App() {
  const Open = sheet.value && sheets[sheet.value];
  return (
    <>
      <main class="window">
        <h1 class="off-screen">Agenda</h1>
        <AddForm />
        <div class="tools">
          <SearchBox />
          <Menu />
        </div>
        <RestoredNote />
        <Banner />
        <TooLong />
        <ListBar />
        <ListArea />
        <Toast />
      </main>
      {Open && <Open />}
      <DropZone />
    </>
  );
}
