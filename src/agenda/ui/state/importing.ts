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
  | { readonly at: "reading"; readonly file: string; readonly stop: AbortController }
  | { readonly at: "preview"; readonly preview: Preview }
  | { readonly at: "going"; readonly preview: Preview; readonly isCancelling: boolean }
  | { readonly at: "refused"; readonly message: string; readonly hint: string };

/** How far the import of this page has come. */
export const step = signal<Step>({ at: "choose" });

/** What Agenda's process says of the import that goes on. */
export const progress = computed<ImportState | null>(() =>
  step.value.at === "going" ? (imports.value[step.value.preview.id] ?? null) : null,
);

/** How much of the file that is read is behind, 0 to 1. */
export const readSoFar = computed<number>(() => {
  const now = step.value;
  const states = Object.values(imports.value);
  const state = states.findLast(
    (each) => each.at === "reading" && now.at === "reading" && each.file === now.file,
  );
  return state?.at === "reading" ? state.done : 0;
});

/** Opens the sheet, to choose a file. */
export function beginImport(): void {
  if (step.value.at !== "going") step.value = { at: "choose" };
  sheet.value = "import";
}

/** Reads a file, to say what an import of it would do. Nothing is imported yet. One that goes on is shown instead. */
export async function readFile(file: File): Promise<void> {
  sheet.value = "import";
  if (step.value.at === "going") return;
  void cancelImport();
  const stop = new AbortController();
  const reading: Step = { at: "reading", file: file.name, stop };
  // What an earlier reading of such a file had come to is not told of this one.
  imports.value = {};
  step.value = reading;
  const bytes = file.slice(0, file.size, "application/octet-stream");
  try {
    const preview = await call<Preview>(
      "POST",
      `api/import?${new URLSearchParams({ name: file.name })}`,
      bytes,
      { signal: stop.signal },
    );
    if (step.value === reading) step.value = { at: "preview", preview };
    else await letGo(preview).catch(() => {});
  } catch (error) {
    if (step.value === reading) refused(error as AppError);
  }
}

/** Imports what was previewed. */
export async function confirmImport(preview: Preview): Promise<void> {
  step.value = { at: "going", preview, isCancelling: false };
  await following(call("POST", `api/import/${preview.id}`)).catch((error: AppError) => {
    // Given up before it had begun, it never begins.
    if (step.value.at === "going" && step.value.isCancelling) step.value = { at: "choose" };
    else refused(error);
  });
}

/**
 * Gives the import up. One that goes on may be past giving up: its end is awaited, and nothing of it is kept or all of
 * it is there (followImport).
 */
export async function cancelImport(): Promise<void> {
  const now = step.value;
  if (now.at === "going") return cancelGoing(now);
  step.value = { at: "choose" };
  if (now.at === "reading") now.stop.abort();
  if (now.at === "preview") await letGo(now.preview).catch(() => {});
}

async function cancelGoing(now: Step & { readonly at: "going" }): Promise<void> {
  const cancelling: Step = { ...now, isCancelling: true };
  step.value = cancelling;
  await letGo(now.preview).catch(() => {
    if (step.value === cancelling) step.value = now;
  });
}

async function letGo({ id }: Preview): Promise<void> {
  await call("DELETE", `api/import/${id}`);
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
    } else if (ended?.at === "cancelled") step.value = { at: "choose" };
    else if (ended?.at === "failed") {
      refused(ended);
      sheet.value = "import";
    }
  });
}

function refused({ message, hint }: { message: string; hint: string }): void {
  step.value = { at: "refused", message, hint };
}
