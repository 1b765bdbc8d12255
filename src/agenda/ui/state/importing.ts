import { computed, effect, signal } from "@preact/signals";
import type { AppError } from "../../../app-error.ts";
import type { ImportState, Preview } from "../../exchange-types.ts";
import { call } from "../call.ts";
import { count, text } from "../words/text.ts";
import { imports } from "./happenings.ts";
import { note } from "./notices.ts";
import { following } from "./saving.ts";
import { sheet } from "./sheet.ts";

/** How far the import of one file has come. */
export type Step =
  | { readonly at: "choose" }
  | { readonly at: "reading"; readonly file: string }
  | { readonly at: "preview"; readonly preview: Preview }
  | { readonly at: "going"; readonly preview: Preview }
  | { readonly at: "refused"; readonly message: string; readonly hint: string };

/** How far the import of this page has come. */
export const step = signal<Step>({ at: "choose" });

/** What Agenda's process says of the import that goes on. */
export const progress = computed<ImportState | null>(() =>
  step.value.at === "going" ? (imports.value[step.value.preview.id] ?? null) : null,
);

/** Opens the sheet, to choose a file. */
export function beginImport(): void {
  if (step.value.at !== "going") step.value = { at: "choose" };
  sheet.value = "import";
}

/** Reads a file, to say what an import of it would do. Nothing is imported yet. One that goes on is shown instead. */
export async function readFile(file: File): Promise<void> {
  sheet.value = "import";
  if (step.value.at === "going") return;
  const reading: Step = { at: "reading", file: file.name };
  step.value = reading;
  const bytes = file.slice(0, file.size, "application/octet-stream");
  try {
    const preview = await call<Preview>(
      "POST",
      `api/import?${new URLSearchParams({ name: file.name })}`,
      bytes,
    );
    if (step.value === reading) step.value = { at: "preview", preview };
    else await letGo(preview);
  } catch (error) {
    if (step.value === reading) refused(error as AppError);
  }
}

/** Imports what was previewed. */
export async function confirmImport(preview: Preview): Promise<void> {
  step.value = { at: "going", preview };
  await following(call("POST", `api/import/${preview.id}`)).catch(refused);
}

/** Gives the import up; nothing of it is kept. */
export async function cancelImport(): Promise<void> {
  const now = step.value;
  step.value = { at: "choose" };
  if (now.at === "preview" || now.at === "going") await letGo(now.preview);
}

async function letGo({ id }: Preview): Promise<void> {
  await call("DELETE", `api/import/${id}`).catch(() => {});
}

/** What becomes of a closed sheet: a preview is let go, an import that goes on goes on. */
export function leaveImport(): void {
  if (step.value.at !== "going") void cancelImport();
}

/** Says how an import ended, whether its sheet is open or not, and offers to undo it. */
export function followImport(): void {
  effect(() => {
    const ended = progress.value;
    if (ended?.at === "done") {
      step.value = { at: "choose" };
      if (sheet.peek() === "import") sheet.value = null;
      note(() => text().imported(ended.added, count(ended.added)), ended.change);
    } else if (ended?.at === "failed") {
      refused(ended);
      sheet.value = "import";
    }
  });
}

function refused({ message, hint }: { message: string; hint: string }): void {
  step.value = { at: "refused", message, hint };
}
