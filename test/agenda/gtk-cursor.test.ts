import { expect, test } from "vitest";
import { gtkCursor } from "../../src/agenda/gtk-cursor.ts";

test("Where there is no GTK, or no window of it, to stop the cursor fails silently", async () => {
  const stillCursor = gtkCursor();
  for (const still of [true, false, true]) await expect(stillCursor(still)).resolves.toBeUndefined();
});
