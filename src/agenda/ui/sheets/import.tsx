import { beginImport, leaveImport, readFile, step } from "../state/importing.ts";
import { text } from "../words/text.ts";
import { BeingRead, Going } from "./import-going.tsx";
import { Previewed } from "./import-preview.tsx";
import { Sheet } from "./sheet.tsx";

/** Brings in a file, step by step: choose, look at what would happen, import. */
export function ImportSheet() {
  const words = text();
  const now = step.value;
  return (
    <Sheet title={words.import} onClose={leaveImport}>
      <div aria-live="polite">
        {now.at === "choose" && <Choose />}
        {now.at === "reading" && <BeingRead file={now.file} />}
        {now.at === "preview" && <Previewed preview={now.preview} />}
        {now.at === "going" && <Going preview={now.preview} />}
        {now.at === "refused" && <Refused message={now.message} hint={now.hint} />}
      </div>
    </Sheet>
  );
}

function Choose() {
  const words = text();
  return (
    <>
      <p class="hint">{words.importHint}</p>
      <div class="sheet-acts">
        <label class="primary file">
          {words.chooseFile}
          <input
            class="off-screen"
            type="file"
            accept=".csv,.txt,.tsv,.vcf,.vcard,.pickle,.pkl,text/csv,text/vcard"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void readFile(file);
            }}
          />
        </label>
      </div>
    </>
  );
}

function Refused({ message, hint }: { message: string; hint: string }) {
  return (
    <>
      <p class="refused">
        <strong>{message}</strong> {hint}
      </p>
      <div class="sheet-acts">
        <button type="button" class="plain" onClick={beginImport}>
          {text().otherFile}
        </button>
      </div>
    </>
  );
}
