import { call } from "../call.ts";

/**
 * Stops the cursor of an engine that lets no page do so (WebKitGTK): Agenda's process can. Such an engine leaves the cursor
 * as it just was, seen or not, and shows it again where it has moved. So the text moves by a pixel, for two frames.
 */
export async function stopEngineCursor(): Promise<void> {
  // Where it does not get through, the cursor blinks on.
  await call("POST", "api/resting").catch(() => {});
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  const { paddingLeft, paddingRight } = getComputedStyle(field);
  // On both sides: what is written from the right moves with the right one.
  field.style.paddingLeft = `calc(${paddingLeft} + 1px)`;
  field.style.paddingRight = `calc(${paddingRight} + 1px)`;
  await frame();
  await frame();
  field.style.padding = "";
}

const frame = () => new Promise(requestAnimationFrame);
