import { computed, signal } from "@preact/signals";
import type { AppError } from "../../../app-error.ts";

/** Requests under way that change something. */
const pending = signal(0);

/** Why the last change did not get through; null once one did. */
export const trouble = signal<AppError | null>(null);

/** How things stand between the screen and the disk. */
export const saving = computed(() => (trouble.value ? "failed" : pending.value > 0 ? "saving" : "saved"));

/** Says what keeps changes from getting through, or that nothing does. An Agenda that has ended stays so. */
export function tell(error: AppError | null): void {
  if (trouble.value?.code !== "over") trouble.value = error;
}

/** Failures that are about this program or its disk, not about what was typed. */
const outer = new Set(["gone", "over", "cannot-write", "defect"]);

/** Follows a change on its way to the disk; what it throws is thrown on. */
export async function following<T>(change: Promise<T>): Promise<T> {
  pending.value += 1;
  try {
    const done = await change;
    tell(null);
    return done;
  } catch (error) {
    if (outer.has((error as AppError).code)) tell(error as AppError);
    throw error;
  } finally {
    pending.value -= 1;
  }
}
